'use strict';

// From a file's text to a running module: Module.prototype._compile and the functions of Module._extensions.

const {
  FunctionPrototypeCall,
  JSONParse,
  ObjectAssign,
  ObjectHasOwn,
  StringPrototypeEndsWith,
} = primordials;
const { compileFunctionForCJSLoader } = internalBinding('contextify');
const { vm_dynamic_import_default_internal: ownLoader } = internalBinding('symbols');
const { beginLoad, endLoad } = internalBinding('modules');
const fs = require('fs'); // The whole of it: programs replace readFileSync.
const path = require('path');
const { codes: { ERR_UNKNOWN_MODULE_FORMAT } } = require('internal/errors');
const { setOwnProperty } = require('internal/util');
const loader = require('internal/modules/cjs/loader');
const compileCache = require('internal/modules/compile_cache');
const hooks = require('internal/modules/customization_hooks');
const { canRequireModules } = require('internal/modules/conditions');
const { getPackageScope } = require('internal/modules/package_scope');
const { makeRequireFunction } = require('internal/modules/require_function');
const { stripBOM } = require('internal/modules/text');
const { maybeCacheSourceMap } = require('internal/source_map/source_map_cache');

const { Module, kFormat, kIsExecuting, kIsMainSymbol, kURL, stateOf, wrapping } = loader;

let runDepth = 0;

function mayBeModule(module) {
  const { getOptionValue } = require('internal/options');
  return module?.[kIsMainSymbol] ? getOptionValue('--experimental-detect-module') !== false : canRequireModules();
}

/**
 * The text of a module as a function of `exports`, `require`, `module`, `__filename`, `__dirname`.
 * @param {string} filename
 * @param {string} content
 * @param {Module} [module]
 * @param {string} [format] `commonjs` if it cannot be an ES module
 * @returns {Function | null} null if the text is an ES module
 */
function wrapSafe(filename, content, module, format) {
  if (wrapping.patched) {
    const { makeContextifyScript, runScriptInThisContext } = require('internal/vm');
    const script = makeContextifyScript(Module.wrap(content), filename, 0, 0, undefined, false, undefined, ownLoader);
    return runScriptInThisContext(script, true, false);
  }
  const cached = compileCache.find(filename, content);
  if (cached !== undefined) return cached;
  const compiled = compileFunctionForCJSLoader(
    content, filename, ownLoader, format !== 'commonjs' && mayBeModule(module));
  if (compiled !== null) compileCache.add(filename, content, compiled);
  return compiled;
}

/** Compiles and runs `content` as this module. */
Module.prototype._compile = function(content, filename, format) {
  if (format !== undefined && StringPrototypeEndsWith(format, 'typescript')) {
    this[kURL] ??= hooks.urlOfFilename(filename);
    content = require('internal/modules/typescript').stripTypeScriptModuleTypes(content, filename, this[kURL]);
    format = plainFormats[format];
  }
  if (format === 'module') return loadModule(this, filename, content);
  const compiled = wrapSafe(filename, content, this, format);
  if (compiled === null) return loadModule(this, filename, content);
  maybeCacheSourceMap(filename, content);

  const require = makeRequireFunction(this);
  const { exports } = this;
  // What exists is looked up once for a whole tree of modules.
  const outermost = runDepth === 0;
  if (outermost) beginLoad();
  runDepth++;
  this[kIsExecuting] = true;
  try {
    const result = FunctionPrototypeCall(
      compiled, exports, exports, require, this, filename, path.dirname(filename));
    this[kIsExecuting] = false;
    return result;
  } finally {
    runDepth--;
    if (outermost) endLoad();
  }
};

const plainFormats = {
  '__proto__': null,
  'commonjs-typescript': 'commonjs',
  'module-typescript': 'module',
  'typescript': undefined,
};

/** Runs an ES module that was required, or that turned out to be one. */
function loadModule(module, filename, source) {
  const { getOrInitializeCascadedLoader } = require('internal/modules/esm/loader');
  if (module[kIsMainSymbol]) {
    const { pathToFileURL } = require('internal/url');
    require('internal/modules/run_main').runEntryPointWithESMLoader((cascadedLoader) =>
      cascadedLoader.import(pathToFileURL(filename).href, undefined, { __proto__: null }, undefined, true));
    // An ES module has no `require.main`.
    setOwnProperty(process, 'mainModule', undefined);
    return;
  }
  const { lastParent } = stateOf(module);
  const { wrap, namespace } = getOrInitializeCascadedLoader()
    .importSyncForRequire(module, filename, source, lastParent);
  exportNamespace(module, wrap, namespace);
}

/** What `require` gives for an ES module: the namespace, unless it exports `module.exports` itself. */
function exportNamespace(module, wrap, namespace) {
  if (ObjectHasOwn(namespace, 'module.exports')) {
    module.exports = namespace['module.exports'];
  } else if (!ObjectHasOwn(namespace, 'default') || ObjectHasOwn(namespace, '__esModule')) {
    module.exports = namespace;
  } else {
    module.exports = require('internal/modules/esm/facade').namespaceWithMarker(wrap);
  }
}

/** The format that a file's name and package give; undefined where the text decides. */
function formatByName(filename) {
  if (StringPrototypeEndsWith(filename, '.js')) {
    const type = getPackageScope(filename)?.type;
    return type === 'none' ? undefined : type;
  }
  if (StringPrototypeEndsWith(filename, '.cjs')) return 'commonjs';
  if (StringPrototypeEndsWith(filename, '.mjs')) return 'module';
  const extension = path.extname(filename);
  if (extension === '') {
    const type = getPackageScope(filename)?.type;
    return type === 'none' ? undefined : type;
  }
  if (extension.length === 3 || extension.length === 4) return typescriptFormat(extension, filename);
  return undefined;
}

function typescriptFormat(extension, filename) {
  const { getOptionValue } = require('internal/options');
  if (getOptionValue('--strip-types') === false) return undefined;
  switch (extension) {
    case '.mts': return 'module-typescript';
    case '.cts': return 'commonjs-typescript';
    case '.ts': {
      const type = getPackageScope(filename)?.type ?? 'none';
      return type === 'none' ? 'typescript' : `${type}-typescript`;
    }
    default: return undefined;
  }
}

/** The text of a file that is loaded in `format`. */
function readSource(filename, format) {
  switch (format) {
    case undefined:
    case null:
    case 'module':
    case 'commonjs':
    case 'json':
    case 'module-typescript':
    case 'commonjs-typescript':
    case 'typescript':
      return fs.readFileSync(filename, 'utf8');
    case 'builtin':
      return null;
    default:
      throw new ERR_UNKNOWN_MODULE_FORMAT(format, hooks.urlOfFilename(filename));
  }
}

/**
 * The text of a module and its format, by the program's hooks if it has any.
 * @param {Module} module
 * @param {string} filename
 * @param {string} [format] by the name
 * @returns {string} the text; the format is in module[kFormat]
 */
function loadSource(module, filename, format) {
  if (module[kFormat] === undefined) module[kFormat] = format;
  const hidden = stateOf(module);
  if (hidden.source !== undefined) return hidden.source;
  if (hooks.loadHooks.length === 0) return readSource(filename, format);
  module[kURL] ??= hooks.urlOfFilename(filename);
  const loaded = hooks.loadForRequire(module[kURL], filename, module[kFormat], readSource);
  if (loaded.format !== undefined) module[kFormat] = loaded.format;
  hidden.source = loaded.source;
  return loaded.source;
}

ObjectAssign(Module._extensions, {
  '.js'(module, filename) {
    const source = loadSource(module, filename, formatByName(filename));
    const format = module[kFormat];
    if ((format === 'module' || format === 'module-typescript') && !canRequireModules()) {
      throw requireOfModule(module, filename, source);
    }
    module._compile(source, filename, format);
  },

  '.json'(module, filename) {
    const source = loadSource(module, filename, 'json');
    try {
      setOwnProperty(module, 'exports', JSONParse(stripBOM(source)));
    } catch (error) {
      error.message = `${filename}: ${error.message}`;
      throw error;
    }
  },

  '.node'(module, filename) {
    return process.dlopen(module, filename);
  },
});

function requireOfModule(module, filename, source) {
  const { codes: { ERR_REQUIRE_ESM } } = require('internal/errors');
  const { containsModuleSyntax } = internalBinding('contextify');
  const isModule = containsModuleSyntax(source, filename, false);
  const parentPath = stateOf(module).firstParent?.filename;
  return new ERR_REQUIRE_ESM(filename, isModule, parentPath, getPackageScope(filename)?.path);
}

module.exports = { exportNamespace, loadSource, wrapSafe };
