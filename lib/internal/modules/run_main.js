'use strict';

// Runs the program's entry point, with the CommonJS or the ES module loader.

const { PromisePrototypeThen, StringPrototypeEndsWith } = primordials;
const path = require('path');
const { getOptionValue } = require('internal/options');
const { triggerUncaughtException } = internalBinding('errors');
const { getPackageType } = require('internal/modules/package_scope');

/** What the process waits for; undefined once it has settled. */
let entryPointPromise;
let entryPointModule;

/** The entry point's module, when it is about to be evaluated. */
function setEntryPointModule(module) {
  entryPointModule = module;
}

/**
 * The entry point if it is an ES module that never finished.
 * @returns {{ frames: string[] } | undefined} with the places of its unsettled awaits
 */
function getUnsettledEntryPoint() {
  if (entryPointPromise === undefined) return undefined;
  return { __proto__: null, frames: entryPointModule?.stalledTopLevelAwaits() ?? [] };
}

function resolveMainPath(main) {
  const { Module } = require('internal/modules/cjs/loader');
  return Module._findPath(path.resolve(main), null, true) || undefined;
}

function shouldUseESMLoader(mainPath) {
  if (getOptionValue('--import')?.length > 0) return true;
  if (!mainPath) return false;
  if (StringPrototypeEndsWith(mainPath, '.mjs') || StringPrototypeEndsWith(mainPath, '.wasm')) return true;
  if (StringPrototypeEndsWith(mainPath, '.cjs') || StringPrototypeEndsWith(mainPath, '.cts')) return false;
  if (StringPrototypeEndsWith(mainPath, '.mts')) return getOptionValue('--strip-types') !== false;
  return getPackageType(mainPath) === 'module';
}

async function asyncRunEntryPointWithESMLoader(callback) {
  const { getOrInitializeCascadedLoader } = require('internal/modules/esm/loader');
  const loader = getOrInitializeCascadedLoader();
  try {
    const preloads = getOptionValue('--import') ?? [];
    if (preloads.length > 0) {
      const { getCWDURL, kEmptyObject } = require('internal/util');
      const parentURL = getCWDURL().href;
      for (let i = 0; i < preloads.length; i++) await loader.import(preloads[i], parentURL, kEmptyObject);
    }
    await callback(loader);
  } catch (error) {
    const { hasUncaughtExceptionCaptureCallback } = require('internal/process/execution');
    if (hasUncaughtExceptionCaptureCallback()) process._fatalException(error);
    else triggerUncaughtException(error, true);
  }
}

/**
 * Runs the entry point after what `--import` names.
 * @param {(loader: ModuleLoader) => any} callback
 * @returns {Promise<void>}
 */
function runEntryPointWithESMLoader(callback) {
  const promise = asyncRunEntryPointWithESMLoader(callback);
  entryPointPromise = promise;
  PromisePrototypeThen(promise, () => {
    if (entryPointPromise === promise) entryPointPromise = undefined;
  });
  return promise;
}

/** `Module.runMain`. */
function executeUserEntryPoint(main = process.argv[1]) {
  const mainPath = resolveMainPath(main);
  if (!shouldUseESMLoader(mainPath)) {
    const { wrapModuleLoad } = require('internal/modules/cjs/loader');
    wrapModuleLoad(main, null, true);
    return;
  }
  const { pathToFileURL } = require('internal/url');
  const { href } = pathToFileURL(mainPath ?? main);
  runEntryPointWithESMLoader((loader) => loader.import(href, undefined, { __proto__: null }, undefined, true));
}

module.exports = {
  executeUserEntryPoint,
  getUnsettledEntryPoint,
  runEntryPointWithESMLoader,
  setEntryPointModule,
};
