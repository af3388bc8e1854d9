'use strict';

// WebAssembly modules as ES modules: their imports are linked like any module's, their exports are named exports.

const {
  ArrayPrototypeJoin,
  ArrayPrototypePush,
  JSONStringify,
  SafeSet,
  SafeWeakMap,
  StringPrototypeStartsWith,
  globalThis,
} = primordials;
const { emitExperimentalWarning } = require('internal/util');
const { ModuleWrap } = internalBinding('module_wrap');
const { registerMetaInitializer } = require('internal/modules/esm/source_text');
const { urlToFilename } = require('internal/modules/esm/names');
const { assertSource } = require('internal/modules/text');

/** Instances by namespace, for globals that one WebAssembly module imports from another. */
const instances = new SafeWeakMap();

function compile(url, source) {
  const { WebAssembly } = globalThis;
  try {
    return new WebAssembly.Module(source, {
      builtins: ['js-string'],
      importedStringConstants: 'wasm:js/string-constants',
    });
  } catch (error) {
    error.message = `${urlToFilename(url)}: ${error.message}`;
    throw error;
  }
}

/** The text of the module around it: V8 links text, and `import.meta` hands what was linked to us. */
function wrapperText(imports, exports) {
  const lines = [];
  imports.forEach((name) => {
    const text = JSONStringify(name);
    ArrayPrototypePush(lines, `import * as $import${lines.length} from ${text};`,
                       `import.meta.imports[${text}] = $import${lines.length};`);
  });
  exports.forEach((name) => {
    const text = JSONStringify(name);
    const local = `$export${lines.length}`;
    ArrayPrototypePush(lines, `let ${local}; export { ${local} as ${text} };`,
                       `import.meta.setters[${text}] = (value) => ${local} = value;`);
  });
  ArrayPrototypePush(lines, 'import.meta.run();');
  return ArrayPrototypeJoin(lines, '\n');
}

function checkName(name, prefixes, describe) {
  for (let i = 0; i < prefixes.length; i++) {
    if (StringPrototypeStartsWith(name, prefixes[i])) throw new globalThis.WebAssembly.LinkError(describe(name));
  }
}

/** See the translators. */
function translateWasm(url, { source }) {
  const { WebAssembly } = globalThis;
  assertSource(source, false, 'load');
  const compiled = compile(url, source);
  const imported = WebAssembly.Module.imports(compiled);
  const exported = WebAssembly.Module.exports(compiled);
  const modules = new SafeSet();
  for (let i = 0; i < imported.length; i++) {
    checkName(imported[i].module, ['wasm-js:'], (name) => `Invalid Wasm import "${name}" in ${url}`);
    checkName(imported[i].name, ['wasm:', 'wasm-js:'], (name) => `Invalid Wasm import name "${name}" in ${url}`);
    modules.add(imported[i].module);
  }
  const names = new SafeSet();
  for (let i = 0; i < exported.length; i++) {
    checkName(exported[i].name, ['wasm:', 'wasm-js:'], (name) => `Invalid Wasm export name "${name}" in ${url}`);
    names.add(exported[i].name);
  }
  const wrap = new ModuleWrap(url, undefined, wrapperText(modules, names), 0, 0);
  registerMetaInitializer(wrap, (meta) => {
    meta.imports = { __proto__: null };
    meta.setters = { __proto__: null };
    meta.run = () => instantiate(wrap, compiled, imported, exported, meta);
  });
  return wrap;
}

/** Globals of other WebAssembly modules are passed as such, not by the value that their namespace shows. */
function withGlobals(imported, imports) {
  for (let i = 0; i < imported.length; i++) {
    const { kind, module, name } = imported[i];
    const instance = kind === 'global' ? instances.get(imports[module]) : undefined;
    if (instance !== undefined) imports[module] = { __proto__: null, ...imports[module], [name]: instance[name] };
  }
  return imports;
}

function instantiate(wrap, compiled, imported, exported, meta) {
  emitExperimentalWarning('Importing WebAssembly module instances');
  const { WebAssembly } = globalThis;
  const { exports } = new WebAssembly.Instance(compiled, withGlobals(imported, meta.imports));
  instances.set(wrap.getNamespace(), exports);
  for (let i = 0; i < exported.length; i++) {
    const { kind, name } = exported[i];
    let value = exports[name];
    if (kind === 'global') {
      try {
        ({ value } = value);
      } catch {
        // A value that JavaScript cannot hold stays undefined.
        continue;
      }
    }
    meta.setters[name](value);
  }
}

module.exports = { translateWasm };
