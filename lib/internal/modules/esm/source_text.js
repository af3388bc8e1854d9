'use strict';

// Modules from source text, and what V8 asks about them while they run.

const { SafeWeakMap, StringPrototypeStartsWith } = primordials;
const {
  codes: { ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING, ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG },
} = require('internal/errors');
const { dirname } = require('path');
const { fileURLToPath } = require('internal/url');
const { ModuleWrap } = internalBinding('module_wrap');
const {
  source_text_module_default_hdo: byModuleLoader,
  vm_dynamic_import_default_internal: byScriptLoader,
  vm_dynamic_import_main_context_default: byMainLoader,
  vm_dynamic_import_missing_flag: withoutFlag,
} = internalBinding('symbols');
const { urlOfReferrer } = require('internal/modules/esm/names');

/** What a program registered for its own scripts and modules, by the symbol that their text was compiled with. */
const importers = new SafeWeakMap();
const metaInitializers = new SafeWeakMap();

/** Answers the `import()` of texts compiled with `symbol`. */
function registerImporter(symbol, referrer, importModuleDynamically) {
  importers.set(symbol, { __proto__: null, referrer, importModuleDynamically });
}

/** Fills the `import.meta` of a module of the program's own. */
function registerMetaInitializer(wrap, initialize) {
  metaInitializers.set(wrap, initialize);
}

/**
 * An ES module of the program.
 * @param {string} url
 * @param {string} source
 * @param {boolean} [isMain] whether it is the entry point
 * @returns {ModuleWrap} not linked
 */
function compileSourceTextModule(url, source, isMain = false) {
  const wrap = new ModuleWrap(url, undefined, source, 0, 0, undefined, byModuleLoader);
  if (isMain) wrap.isMain = true;
  return wrap;
}

function getLoader() {
  return require('internal/modules/esm/loader').getOrInitializeCascadedLoader();
}

let baseOfInspector;

/**
 * Lets code that V8's inspector evaluates use `import()`.
 * @param {() => string} base gives the URL that specifiers are relative to
 */
function setBaseOfInspector(base) {
  baseOfInspector = base;
}

/** Answers `import()`. */
async function importModuleDynamically(symbol, specifier, phase, attributes, referrerName) {
  if (symbol === byModuleLoader) return getLoader().import(specifier, referrerName, attributes, phase);
  if (symbol === byScriptLoader || symbol === byMainLoader) {
    if (symbol === byMainLoader) {
      require('internal/util').emitExperimentalWarning('vm.USE_MAIN_CONTEXT_DEFAULT_LOADER');
    }
    return getLoader().import(specifier, urlOfReferrer(referrerName), attributes, phase);
  }
  if (symbol === undefined && baseOfInspector !== undefined) {
    return getLoader().import(specifier, baseOfInspector(), attributes, phase);
  }
  const own = typeof symbol === 'symbol' ? importers.get(symbol) : undefined;
  if (own !== undefined) return own.importModuleDynamically(specifier, own.referrer, attributes, phase);
  if (symbol === withoutFlag) throw new ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG();
  throw new ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING();
}

function resolveFrom(loader, moduleURL, specifier, parentURL) {
  const { getOptionValue } = require('internal/options');
  const parent = getOptionValue('--experimental-import-meta-resolve') ? parentURL ?? moduleURL : moduleURL;
  try {
    return loader.resolveSync(parent, { __proto__: null, specifier }).url;
  } catch (error) {
    // Where a file is missing, what was asked is where it would be.
    if ((error?.code === 'ERR_UNSUPPORTED_DIR_IMPORT' || error?.code === 'ERR_MODULE_NOT_FOUND') && error.url) {
      return error.url;
    }
    throw error;
  }
}

/** Fills `import.meta`. */
function initializeImportMeta(meta, wrap) {
  const own = metaInitializers.get(wrap);
  if (own !== undefined) {
    own(meta);
    return;
  }
  const { url } = wrap;
  if (StringPrototypeStartsWith(url, 'file:')) {
    const filename = fileURLToPath(url);
    meta.dirname = dirname(filename);
    meta.filename = filename;
  }
  const loader = getLoader();
  meta.main = wrap.isMain === true;
  meta.resolve = function resolve(specifier, parentURL) {
    return resolveFrom(loader, url, specifier, parentURL);
  };
  meta.url = url;
}

module.exports = {
  compileSourceTextModule,
  importModuleDynamically,
  initializeImportMeta,
  registerImporter,
  registerMetaInitializer,
  setBaseOfInspector,
};
