'use strict';

// From a loaded text to a module, by format. Each translator is called as
// translate(url, { source, format, isMain, resolvedByHooks }) and returns a ModuleWrap.

const {
  ArrayPrototypePush,
  JSONParse,
  ObjectHasOwn,
  StringPrototypeIncludes,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
} = primordials;
const {
  codes: { ERR_INVALID_RETURN_PROPERTY_VALUE, ERR_UNKNOWN_BUILTIN_MODULE },
} = require('internal/errors');
const { fileURLToPath } = require('internal/url');
const { setOwnProperty } = require('internal/util');
const { ModuleWrap } = internalBinding('module_wrap');
const { Module, kIsExecuting, stateOf, wrapModuleLoad } = require('internal/modules/cjs/loader');
const { facadeOf } = require('internal/modules/esm/builtin_facade');
const { emplaceModule, findExportNames } = require('internal/modules/esm/cjs_exports');
const { compileSourceTextModule } = require('internal/modules/esm/source_text');
const { urlToFilename } = require('internal/modules/esm/names');
const { assertSource, stripBOM, textOf } = require('internal/modules/text');
const { maybeCacheSourceMap } = require('internal/source_map/source_map_cache');

const skipHooks = { __proto__: null, shouldSkipModuleHooks: true };

function translateModule(url, { source, isMain }) {
  assertSource(source, true, 'load');
  const text = textOf(source);
  const wrap = compileSourceTextModule(url, text, isMain);
  maybeCacheSourceMap(url, text);
  return wrap;
}

/** What a CommonJS module exports; remembered from the end of its run, as the program may replace it later. */
function takeExports(module) {
  const hidden = stateOf(module);
  if (hidden.finalExports === undefined) return module.exports;
  const { finalExports } = hidden;
  hidden.finalExports = undefined;
  return finalExports;
}

/** Runs a CommonJS module, unless somebody required it already. */
function runCommonJS(module, url, filename, context) {
  if (module.loaded) return;
  const options = context.resolvedByHooks ? {
    __proto__: null,
    resolved: { __proto__: null, filename, format: context.format, url },
    shouldSkipModuleHooks: true,
    source: stateOf(module).source,
  } : skipHooks;
  const exports = wrapModuleLoad(filename, undefined, context.isMain, options);
  // A program's Module._load may have done something else.
  if (!module.loaded) {
    module.exports = exports;
    module.loaded = true;
  }
  stateOf(module).finalExports = exports;
}

function translateCommonJS(url, context) {
  const filename = urlToFilename(url);
  const { source } = context;
  const { module, exportNames } = findExportNames(
    filename, source == null ? undefined : textOf(source), context.format);
  const names = [];
  exportNames.forEach((name) => {
    if (name !== 'default' && name !== 'module.exports') ArrayPrototypePush(names, name);
  });
  if (context.isMain) setOwnProperty(process, 'mainModule', module);
  const wrap = new ModuleWrap(url, undefined, [...names, 'default', 'module.exports'], () => {
    runCommonJS(module, url, filename, context);
    const exports = takeExports(module);
    for (let i = 0; i < names.length; i++) {
      const value = getOwn(exports, names[i]);
      if (value !== missing) wrap.setExport(names[i], value);
    }
    wrap.setExport('default', exports);
    wrap.setExport('module.exports', exports);
  });
  wrap.isCommonJS = true;
  wrap.isExecuting = () => module[kIsExecuting];
  return wrap;
}

const missing = { __proto__: null };

function getOwn(exports, name) {
  if (exports === null || exports === undefined) return missing;
  try {
    return ObjectHasOwn(exports, name) ? exports[name] : missing;
  } catch {
    // A getter threw; the name is exported as undefined.
    return undefined;
  }
}

function translateAddon(url, { source, isMain }) {
  if (source !== null) throw new ERR_INVALID_RETURN_PROPERTY_VALUE('null', 'load', 'source', source);
  const filename = urlToFilename(url);
  const module = emplaceModule(filename);
  const wrap = new ModuleWrap(url, undefined, ['default', 'module.exports'], () => {
    if (!module.loaded) wrapModuleLoad(filename, null, isMain, skipHooks);
    const exports = takeExports(module);
    wrap.setExport('default', exports);
    wrap.setExport('module.exports', exports);
  });
  return wrap;
}

function translateBuiltin(url) {
  const id = StringPrototypeStartsWith(url, 'node:') ? StringPrototypeSlice(url, 5) : undefined;
  const wrap = id === undefined ? undefined : facadeOf(id);
  if (wrap === undefined) throw new ERR_UNKNOWN_BUILTIN_MODULE(url);
  return wrap;
}

function defaultOnly(url, value) {
  const wrap = new ModuleWrap(url, undefined, ['default'], () => wrap.setExport('default', value));
  return wrap;
}

/** JSON is shared with `require`, as long as the URL is just the file's. */
function translateJSON(url, { source }) {
  assertSource(source, true, 'load');
  const isFile = StringPrototypeStartsWith(url, 'file:');
  const path = isFile ? fileURLToPath(url) : null;
  const shared = isFile && !StringPrototypeIncludes(url, '?') && !StringPrototypeIncludes(url, '#');
  const cached = shared ? Module._cache[path] : undefined;
  if (cached?.loaded) return defaultOnly(url, cached.exports);
  let exports;
  try {
    exports = JSONParse(stripBOM(textOf(source)));
  } catch (error) {
    error.message = `${path ?? url}: ${error.message}`;
    throw error;
  }
  if (shared) Module._cache[path] = { exports, loaded: true };
  return defaultOnly(url, exports);
}

function strip(url, context) {
  const { stripTypeScriptModuleTypes } = require('internal/modules/typescript');
  assertSource(context.source, true, 'load');
  context.source = stripTypeScriptModuleTypes(textOf(context.source), urlToFilename(url), url);
  return context;
}

/** By format. */
const translators = {
  '__proto__': null,
  'addon': translateAddon,
  'builtin': translateBuiltin,
  'commonjs': translateCommonJS,
  'commonjs-typescript': (url, context) => translateCommonJS(url, strip(url, context)),
  'json': translateJSON,
  'module': translateModule,
  'module-typescript': (url, context) => translateModule(url, strip(url, context)),
  'wasm': (url, context) => require('internal/modules/esm/wasm').translateWasm(url, context),
};

module.exports = { translators };
