'use strict';

// What the vm module and the loaders share.

const { FunctionPrototypeCall, Symbol } = primordials;
const { ContextifyScript, compileFunction, isContext } = internalBinding('contextify');
const {
  vm_dynamic_import_default_internal: byScriptLoader,
  vm_dynamic_import_main_context_default: byMainLoader,
  vm_dynamic_import_missing_flag: withoutFlag,
  vm_dynamic_import_no_callback: byNobody,
} = internalBinding('symbols');
const { getOptionValue } = require('internal/options');
const { validateFunction } = require('internal/validators');

const { runInContext } = ContextifyScript.prototype;

/**
 * The symbol by which the loader finds who answers the dynamic imports of a text.
 * @param {Function | symbol | undefined} importModuleDynamically the option of vm's functions
 * @param {string} hint for debuggers
 * @returns {symbol}
 */
function getHostDefinedOptionId(importModuleDynamically, hint) {
  if (importModuleDynamically === undefined) return byNobody;
  if (importModuleDynamically === byMainLoader || importModuleDynamically === byScriptLoader) {
    return importModuleDynamically;
  }
  validateFunction(importModuleDynamically, 'options.importModuleDynamically');
  return getOptionValue('--experimental-vm-modules') ? Symbol(hint) : withoutFlag;
}

/** Registers a program's function that answers dynamic imports. */
function registerImportModuleDynamically(symbol, referrer, importModuleDynamically) {
  if (typeof importModuleDynamically !== 'function' || symbol === withoutFlag) return;
  const { importModuleDynamicallyWrap } = require('internal/vm/module');
  require('internal/modules/esm/source_text')
    .registerImporter(symbol, referrer, importModuleDynamicallyWrap(importModuleDynamically));
}

/**
 * Compiles a script of lib/'s own; `importModuleDynamically(specifier, referrer, attributes, phase)` gives
 * namespaces.
 */
function makeContextifyScript(
  code, filename, lineOffset, columnOffset, cachedData, produceCachedData, parsingContext, symbol,
  importModuleDynamically) {
  const script = new ContextifyScript(
    code, filename, lineOffset, columnOffset, cachedData, produceCachedData, parsingContext, symbol);
  if (importModuleDynamically !== undefined) {
    require('internal/modules/esm/source_text').registerImporter(symbol, script, importModuleDynamically);
  }
  return script;
}

/** Runs a script in the main context. */
function runScriptInThisContext(script, displayErrors, breakOnSigint) {
  return FunctionPrototypeCall(runInContext, script, null, -1, displayErrors, breakOnSigint);
}

/** Compiles a function, with what vm.compileFunction() takes. */
function internalCompileFunction(
  code, filename, lineOffset, columnOffset, cachedData, produceCachedData, parsingContext, contextExtensions,
  params, symbol, importModuleDynamically) {
  const result = compileFunction(
    code, filename, lineOffset, columnOffset, cachedData, produceCachedData, parsingContext, contextExtensions,
    params, symbol);
  const { function: compiled } = result;
  if (produceCachedData) compiled.cachedDataProduced = result.cachedDataProduced;
  if (result.cachedData) compiled.cachedData = toBuffer(result.cachedData);
  if (typeof result.cachedDataRejected === 'boolean') compiled.cachedDataRejected = result.cachedDataRejected;
  registerImportModuleDynamically(symbol, compiled, importModuleDynamically);
  return compiled;
}

/** A Buffer over the bytes that native code returned. */
function toBuffer({ buffer, byteOffset, byteLength }) {
  return require('buffer').Buffer.from(buffer, byteOffset, byteLength);
}

module.exports = {
  getHostDefinedOptionId,
  internalCompileFunction,
  isContext,
  makeContextifyScript,
  registerImportModuleDynamically,
  runScriptInThisContext,
  toBuffer,
};
