'use strict';

// Connects the module loaders with this process. Every main module calls it first.

const { ObjectAssign } = primordials;
const { BuiltinModule } = require('internal/bootstrap/realm');
const { getOptionValue } = require('internal/options');
const modules = internalBinding('modules');
const moduleWrap = internalBinding('module_wrap');
require('internal/modules/dlopen');
const { Module, initializeCJS } = require('internal/modules/cjs/loader');
const { getImportConditions, getRequireConditions } = require('internal/modules/conditions');
const { emitResolutionWarning, makeResolutionError } = require('internal/modules/errors');
const { importModuleDynamically, initializeImportMeta } = require('internal/modules/esm/source_text');

/** Makes `require` and `import` work. */
function setupModules() {
  modules.setErrorFactory(makeResolutionError);
  modules.setWarningHandler(emitResolutionWarning);
  modules.setup(
    getRequireConditions(),
    getImportConditions(),
    BuiltinModule.getCanBeRequiredByUsersWithoutSchemeList(),
    getOptionValue('--preserve-symlinks') === true,
    getOptionValue('--preserve-symlinks-main') === true,
    getOptionValue('--strip-types') !== false);
  moduleWrap.setImportModuleDynamicallyCallback(importModuleDynamically);
  moduleWrap.setInitializeImportMetaObjectCallback(initializeImportMeta);
  initializeCJS();
  if (getOptionValue('--experimental-vm-modules')) {
    const { Module: VMModule, SourceTextModule, SyntheticModule } = require('internal/vm/module');
    ObjectAssign(require('vm'), { Module: VMModule, SourceTextModule, SyntheticModule });
  }
}

/** Loads what `--require` names. */
function loadPreloadModules() {
  const requests = getOptionValue('--require');
  if (requests?.length > 0) Module._preloadModules(requests);
}

module.exports = { loadPreloadModules, setupModules };
