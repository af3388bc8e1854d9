'use strict';

// The CommonJS loader: the class Module, and how a module is loaded and kept.
//
// How: `require(request)` → Module._load → resolve to a file name → Module._cache, or a new Module whose load()
// calls the function that Module._extensions has for the file. For .js that reads, compiles and runs the text
// (cjs/compile.js). Programs replace nearly every function on Module, so each step goes through it.

const {
  ArrayIsArray,
  ArrayPrototypeIncludes,
  ArrayPrototypeIndexOf,
  ArrayPrototypePush,
  ArrayPrototypeSplice,
  ObjectDefineProperty,
  ObjectFreeze,
  Proxy,
  ReflectSet,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
} = primordials;
const { BuiltinModule } = require('internal/bootstrap/realm');
const path = require('path');
const { codes: { ERR_INVALID_ARG_VALUE, ERR_UNKNOWN_BUILTIN_MODULE } } = require('internal/errors');
const assert = require('internal/assert');
const { kEmptyObject, pendingDeprecate, setOwnProperty } = require('internal/util');
const { validateString } = require('internal/validators');
const { endCircularRequire, getExportsForCircularRequire } = require('internal/modules/cjs/circular');
const { addLookup } = require('internal/modules/cjs/lookup');
const state = require('internal/modules/cjs/state');
const { kFormat, kIsCachedByESMLoader, kIsMainSymbol, kURL, stateOf } = state;
const hooks = require('internal/modules/customization_hooks');

/** File names by folder of the requiring module and request. */
const relativeResolveCache = { __proto__: null };

let requireDepth = 0;
let isPreloading = false;

function updateChildren(parent, child, scan) {
  const children = parent?.children;
  if (children && !(scan && ArrayPrototypeIncludes(children, child))) ArrayPrototypePush(children, child);
}

/** A CommonJS module. */
function Module(id = '', parent) {
  this.id = id;
  this.path = path.dirname(id);
  setOwnProperty(this, 'exports', {});
  const hidden = stateOf(this);
  hidden.firstParent = parent;
  hidden.lastParent = parent;
  updateChildren(parent, this, false);
  this.filename = null;
  this.loaded = false;
  this.children = [];
}

Module._cache = { __proto__: null };
Module._pathCache = { __proto__: null };
Module._extensions = { __proto__: null };
Module.globalPaths = [];
Module.isBuiltin = BuiltinModule.isBuiltin;
addLookup(Module);

// A program that changes the wrapper wants its text around every module; then modules are compiled as scripts.
const wrapping = {
  __proto__: null,
  patched: false,
  wrap: (script) => Module.wrapper[0] + script + Module.wrapper[1],
  wrapper: new Proxy(['(function (exports, require, module, __filename, __dirname) { ', '\n});'], {
    __proto__: null,
    set(target, property, value, receiver) {
      wrapping.patched = true;
      return ReflectSet(target, property, value, receiver);
    },
    defineProperty(target, property, descriptor) {
      wrapping.patched = true;
      return ObjectDefineProperty(target, property, descriptor);
    },
  }),
};

function exposeWrapping(key) {
  ObjectDefineProperty(Module, key, {
    __proto__: null,
    get: () => wrapping[key],
    set(value) {
      wrapping.patched = true;
      wrapping[key] = value;
    },
  });
}
exposeWrapping('wrap');
exposeWrapping('wrapper');

const preloading = { get: () => isPreloading };
ObjectDefineProperty(Module.prototype, 'isPreloading', preloading);
ObjectDefineProperty(BuiltinModule.prototype, 'isPreloading', preloading);

const PARENT_DEPRECATED = 'module.parent is deprecated due to accuracy issues. Please use ' +
  'require.main to find program entry point instead.';
ObjectDefineProperty(Module.prototype, 'parent', {
  __proto__: null,
  get: pendingDeprecate(function getModuleParent() {
    return stateOf(this).firstParent;
  }, PARENT_DEPRECATED, 'DEP0144'),
  set: pendingDeprecate(function setModuleParent(value) {
    stateOf(this).firstParent = value;
  }, PARENT_DEPRECATED, 'DEP0144'),
});

ObjectDefineProperty(Module.prototype, 'constructor', {
  __proto__: null,
  get: () => Module,
  configurable: false,
  enumerable: false,
});

let onRequire;

/** Module._load, seen by subscribers of `module.require`. */
function wrapModuleLoad(request, parent, isMain, options) {
  onRequire ??= require('diagnostics_channel').tracingChannel('module.require');
  if (onRequire.hasSubscribers) {
    return onRequire.traceSync(Module._load, {
      __proto__: null,
      parentFilename: parent?.filename,
      id: request,
    }, Module, request, parent, isMain, options);
  }
  return Module._load(request, parent, isMain, options);
}

function resolveToFile(specifier, parent, isMain, options) {
  const filename = Module._resolveFilename(specifier, parent, isMain, options).toString();
  return { __proto__: null, url: undefined, format: undefined, filename };
}

function resolveForLoading(specifier, parent, isMain, options) {
  if (!StringPrototypeStartsWith(specifier, 'node:')) return resolveToFile(specifier, parent, isMain, options);
  const id = BuiltinModule.normalizeRequirableId(specifier);
  if (id === undefined) throw new ERR_UNKNOWN_BUILTIN_MODULE(specifier);
  return { __proto__: null, url: specifier, format: 'builtin', filename: id };
}

/**
 * Where `specifier` leads, by the program's hooks if it has any.
 * @param {string} specifier
 * @param {Module} parent
 * @param {boolean} isMain
 * @param {object} options
 * @param {object} [options.requireResolveOptions] of require.resolve()
 * @param {boolean} [options.shouldSkipModuleHooks]
 * @returns {{ filename: string, url: string | undefined, format: string | undefined }}
 */
function resolveForCJSWithHooks(specifier, parent, isMain, { requireResolveOptions, shouldSkipModuleHooks }) {
  const resolve = requireResolveOptions ? resolveToFile : resolveForLoading;
  if (hooks.resolveHooks.length === 0 || shouldSkipModuleHooks) {
    return resolve(specifier, parent, isMain, requireResolveOptions);
  }
  return hooks.resolveForRequire(specifier, parent, (name, conditions) =>
    resolve(name, parent, isMain, { __proto__: null, paths: requireResolveOptions?.paths, conditions }));
}

/** The exports of a built-in module, or what a load hook gave instead of it. */
function loadBuiltin(id, url, format) {
  if (hooks.loadHooks.length > 0) {
    const replaced = hooks.loadBuiltinForRequire(id, url, format);
    if (replaced !== undefined) return { __proto__: null, exports: undefined, replaced };
  }
  if (!BuiltinModule.canBeRequiredByUsers(id)) return undefined;
  return { __proto__: null, exports: BuiltinModule.map.get(id).compileForPublicLoader(), replaced: undefined };
}

/** The exports of what was required before from the same folder. */
function fromRelativeCache(key, parent) {
  const filename = relativeResolveCache[key];
  if (filename === undefined) return undefined;
  const cached = Module._cache[filename];
  if (cached === undefined) delete relativeResolveCache[key];
  else updateChildren(parent, cached, true);
  return cached;
}

/**
 * Loads a module, or finds it in the cache.
 * @param {string} request
 * @param {Module} [parent]
 * @param {boolean} [isMain]
 * @param {object} [options] of the ES module loader: `resolved`, `source`, `shouldSkipModuleHooks`
 * @returns {any} its exports
 */
Module._load = function(request, parent, isMain, options = kEmptyObject) {
  let relativeKey;
  if (parent) {
    relativeKey = `${parent.path}\x00${request}`;
    const known = fromRelativeCache(relativeKey, parent);
    if (known !== undefined) return known.loaded ? known.exports : getExportsForCircularRequire(known);
  }
  const resolved = options.resolved ?? resolveForCJSWithHooks(request, parent, isMain, options);
  const { filename, url } = resolved;
  let { format } = resolved;
  let replaced;

  if (request === url && StringPrototypeStartsWith(request, 'node:')) {
    const id = BuiltinModule.normalizeRequirableId(request);
    const builtin = id === undefined ? undefined : loadBuiltin(id, url, format);
    if (builtin !== undefined) {
      if (builtin.replaced === undefined) return builtin.exports;
      ({ replaced } = builtin);
      ({ format } = replaced);
    }
  }

  let module = replaced === undefined ? Module._cache[filename] : undefined;
  if (module !== undefined) {
    updateChildren(parent, module, true);
    if (module.loaded) return module.exports;
    // The ES module loader puts modules into the cache before they run: then they are loaded now.
    const hidden = stateOf(module);
    if (!module[kIsCachedByESMLoader] || hidden.visited) return getExportsForCircularRequire(module);
    hidden.visited = true;
  }
  if (replaced === undefined && BuiltinModule.canBeRequiredWithoutScheme(filename)) {
    const builtin = loadBuiltin(filename, url, format);
    if (builtin.replaced === undefined) return builtin.exports;
    ({ replaced } = builtin);
    ({ format } = replaced);
  }

  if (module === undefined) {
    module = new Module(filename, parent);
    if (isMain) {
      setOwnProperty(process, 'mainModule', module);
      setOwnProperty(module.require, 'main', process.mainModule);
      module.id = '.';
    }
    module[kIsMainSymbol] = isMain === true;
    if (replaced !== undefined) stateOf(module).source = replaced.source;
    Module._cache[filename] = module;
    module[kIsCachedByESMLoader] = false;
    module[kURL] = url;
    module[kFormat] = format;
  } else {
    stateOf(module).lastParent = parent;
  }
  if (options.source !== undefined) {
    stateOf(module).source ??= options.source;
    module[kURL] ??= url;
    module[kFormat] ??= format;
  }
  if (parent) relativeResolveCache[relativeKey] = filename;
  let threw = true;
  try {
    module.load(filename);
    threw = false;
  } finally {
    if (threw) forget(module, filename, parent, relativeKey);
    else endCircularRequire(module);
  }
  return module.exports;
};

/** A module that failed to load is loaded again at the next attempt. */
function forget(module, filename, parent, relativeKey) {
  delete Module._cache[filename];
  if (!parent) return;
  delete relativeResolveCache[relativeKey];
  const { children } = parent;
  if (!ArrayIsArray(children)) return;
  const index = ArrayPrototypeIndexOf(children, module);
  if (index !== -1) ArrayPrototypeSplice(children, index, 1);
}

/** The longest extension of a file that somebody registered; `.js` for all others. */
function findLongestRegisteredExtension(filename) {
  const name = path.basename(filename);
  let from = 0;
  let dot;
  while ((dot = StringPrototypeIndexOf(name, '.', from)) !== -1) {
    from = dot + 1;
    // A name that only starts with a dot has no extension.
    if (dot === 0) continue;
    const extension = StringPrototypeSlice(name, dot);
    if (Module._extensions[extension]) return extension;
  }
  return '.js';
}

function extensionOf(module, filename) {
  switch (module[kFormat]) {
    case undefined: return findLongestRegisteredExtension(filename);
    case 'addon': return '.node';
    case 'json': return '.json';
    default: return '.js';
  }
}

/** Loads the file into this module. */
Module.prototype.load = function(filename) {
  assert(!this.loaded);
  this.filename ??= filename;
  this.paths ??= Module._nodeModulePaths(path.dirname(filename));
  Module._extensions[extensionOf(this, filename)](this, filename);
  this.loaded = true;
  // An ES module that imports it later sees these, whatever it does to them.
  stateOf(this).finalExports = this.exports;
};

/** `require` of this module. */
Module.prototype.require = function(id) {
  validateString(id, 'id');
  if (id === '') throw new ERR_INVALID_ARG_VALUE('id', id, 'must be a non-empty string');
  requireDepth++;
  try {
    return wrapModuleLoad(id, this, false);
  } finally {
    requireDepth--;
  }
};

/** Loads what `--require` names. */
Module._preloadModules = function(requests) {
  if (!ArrayIsArray(requests)) return;
  isPreloading = true;
  try {
    const parent = new Module('internal/preload', null);
    try {
      parent.paths = Module._nodeModulePaths(process.cwd());
    } catch (error) {
      // The working directory was deleted: only absolute paths can be found.
      if (error.code !== 'ENOENT') throw error;
    }
    for (let i = 0; i < requests.length; i++) parent.require(requests[i]);
  } finally {
    isPreloading = false;
  }
};

/** Lets ES modules see what a program changed on the exports of built-in modules. */
Module.syncBuiltinESMExports = function syncBuiltinESMExports() {
  require('internal/modules/esm/builtin_facade').syncAll();
};

/** What depends on the process. */
function initializeCJS() {
  Module.builtinModules = ObjectFreeze(BuiltinModule.getAllBuiltinModuleIds());
  if (require('internal/options').getOptionValue('--global-search-paths') !== false) Module._initPaths();
  Module.runMain = require('internal/modules/run_main').executeUserEntryPoint;
}

Module.Module = Module;
Module.registerHooks = hooks.registerHooks;

module.exports = {
  ...state,
  Module,
  findLongestRegisteredExtension,
  initializeCJS,
  isInsideRequire: () => requireDepth > 0,
  resolveForCJSWithHooks,
  wrapModuleLoad,
  wrapping,
};

// These add to Module, so they come after the exports that they need.
const { createRequire } = require('internal/modules/require_function');
Module.createRequire = createRequire;
const { wrapSafe } = require('internal/modules/cjs/compile');
module.exports.wrapSafe = wrapSafe;
