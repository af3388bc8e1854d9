'use strict';

// Compiling and running source text, in this context or in others.

const {
  ArrayPrototypeForEach,
  ObjectFreeze,
  ObjectPrototype,
  ReflectApply,
  Symbol,
} = primordials;
const { ContextifyScript, makeContext } = internalBinding('contextify');
const {
  vm_context_no_contextify: notContextified,
  vm_dynamic_import_main_context_default: byMainLoader,
} = internalBinding('symbols');
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const {
  kValidateObjectAllowArray,
  kValidateObjectAllowNullable,
  validateArray,
  validateBoolean,
  validateBuffer,
  validateInt32,
  validateObject,
  validateOneOf,
  validateString,
  validateStringArray,
  validateUint32,
} = require('internal/validators');
const {
  getHostDefinedOptionId,
  internalCompileFunction,
  isContext: hasContext,
  registerImportModuleDynamically,
  toBuffer,
} = require('internal/vm');

const kParsingContext = Symbol('script parsing context');

/** Whether `object` was contextified. */
function isContext(object) {
  validateObject(object, 'object', kValidateObjectAllowArray);
  return hasContext(object);
}

/** A compiled script that can run in several contexts. */
class Script extends ContextifyScript {
  constructor(code, options = kEmptyObject) {
    code = `${code}`;
    if (typeof options === 'string') options = { filename: options };
    else validateObject(options, 'options');
    const {
      filename = 'evalmachine.<anonymous>',
      lineOffset = 0,
      columnOffset = 0,
      cachedData,
      produceCachedData = false,
      importModuleDynamically,
      [kParsingContext]: parsingContext,
    } = options;
    validateString(filename, 'options.filename');
    validateInt32(lineOffset, 'options.lineOffset');
    validateInt32(columnOffset, 'options.columnOffset');
    if (cachedData !== undefined) validateBuffer(cachedData, 'options.cachedData');
    validateBoolean(produceCachedData, 'options.produceCachedData');
    const symbol = getHostDefinedOptionId(importModuleDynamically, filename);
    super(code, filename, lineOffset, columnOffset, cachedData, produceCachedData, parsingContext, symbol);
    if (this.cachedData) this.cachedData = toBuffer(this.cachedData);
    registerImportModuleDynamically(symbol, this, importModuleDynamically);
  }

  runInThisContext(options) {
    return run(super.runInContext, this, null, options);
  }

  runInContext(contextifiedObject, options) {
    validateContext(contextifiedObject);
    return run(super.runInContext, this, contextifiedObject, options);
  }

  runInNewContext(contextObject, options) {
    const context = createContext(contextObject, contextOptionsOf(options));
    return this.runInContext(context, options);
  }

  createCachedData() {
    return toBuffer(super.createCachedData());
  }
}

function run(runInContext, script, context, options = kEmptyObject) {
  validateObject(options, 'options');
  const { timeout, displayErrors = true, breakOnSigint = false } = options;
  if (timeout !== undefined) validateUint32(timeout, 'options.timeout', true);
  validateBoolean(displayErrors, 'options.displayErrors');
  validateBoolean(breakOnSigint, 'options.breakOnSigint');
  const args = [context, timeout ?? -1, displayErrors, breakOnSigint];
  if (breakOnSigint && process.listenerCount('SIGINT') > 0) return withoutSigintListeners(runInContext, script, args);
  return ReflectApply(runInContext, script, args);
}

/** Ctrl+C is to end the script, not to reach the program. */
function withoutSigintListeners(fn, self, args) {
  const listeners = process.rawListeners('SIGINT');
  process.removeAllListeners('SIGINT');
  try {
    return ReflectApply(fn, self, args);
  } finally {
    ArrayPrototypeForEach(listeners, (listener) => process.addListener('SIGINT', listener));
  }
}

function validateContext(contextifiedObject) {
  if (!isContext(contextifiedObject)) {
    throw new ERR_INVALID_ARG_TYPE('contextifiedObject', 'vm.Context', contextifiedObject);
  }
}

/** The options of createContext() among those of runInNewContext(). */
function contextOptionsOf(options) {
  if (!options) return {};
  const { contextName: name, contextOrigin: origin, contextCodeGeneration, microtaskMode } = options;
  if (name !== undefined) validateString(name, 'options.contextName');
  if (origin !== undefined) validateString(origin, 'options.contextOrigin');
  if (microtaskMode !== undefined) validateString(microtaskMode, 'options.microtaskMode');
  let codeGeneration;
  if (contextCodeGeneration !== undefined) {
    validateObject(contextCodeGeneration, 'options.contextCodeGeneration');
    const { strings, wasm } = contextCodeGeneration;
    if (strings !== undefined) validateBoolean(strings, 'options.contextCodeGeneration.strings');
    if (wasm !== undefined) validateBoolean(wasm, 'options.contextCodeGeneration.wasm');
    codeGeneration = { strings, wasm };
  }
  return { name, origin, codeGeneration, microtaskMode };
}

let contextCount = 0;

/**
 * Contextifies an object: scripts that run in it see its properties as their globals.
 * @param {object | symbol} [contextObject] or constants.DONT_CONTEXTIFY for an ordinary global object
 * @param {object} [options]
 * @returns {object}
 */
function createContext(contextObject = { __proto__: ObjectPrototype }, options = kEmptyObject) {
  if (contextObject !== notContextified && isContext(contextObject)) return contextObject;
  validateObject(options, 'options');
  const {
    name = `VM Context ${++contextCount}`,
    origin,
    codeGeneration,
    microtaskMode,
    importModuleDynamically,
  } = options;
  validateString(name, 'options.name');
  if (origin !== undefined) validateString(origin, 'options.origin');
  if (codeGeneration !== undefined) validateObject(codeGeneration, 'options.codeGeneration');
  const { strings = true, wasm = true } = codeGeneration ?? kEmptyObject;
  validateBoolean(strings, 'options.codeGeneration.strings');
  validateBoolean(wasm, 'options.codeGeneration.wasm');
  validateOneOf(microtaskMode, 'options.microtaskMode', ['afterEvaluate', undefined]);
  const symbol = getHostDefinedOptionId(importModuleDynamically, name);
  const context = makeContext(
    contextObject, name, origin, strings, wasm, microtaskMode === 'afterEvaluate', symbol);
  registerImportModuleDynamically(symbol, context, importModuleDynamically);
  return context;
}

function createScript(code, options) {
  return new Script(code, options);
}

/** `options` with the context that the text is compiled in. */
function parsedIn(context, options) {
  if (typeof options === 'string') return { filename: options, [kParsingContext]: context };
  return { ...options, [kParsingContext]: context };
}

function runInContext(code, contextifiedObject, options) {
  validateContext(contextifiedObject);
  options = parsedIn(contextifiedObject, options);
  return createScript(code, options).runInContext(contextifiedObject, options);
}

function runInNewContext(code, contextObject, options) {
  if (typeof options === 'string') options = { filename: options };
  const context = createContext(contextObject, contextOptionsOf(options));
  options = parsedIn(context, options);
  return createScript(code, options).runInContext(context, options);
}

function runInThisContext(code, options) {
  if (typeof options === 'string') options = { filename: options };
  return createScript(code, options).runInThisContext(options);
}

/** Compiles `code` as the body of a function. */
function compileFunction(code, params, options = kEmptyObject) {
  validateString(code, 'code');
  validateObject(options, 'options');
  if (params !== undefined) validateStringArray(params, 'params');
  const {
    filename = '',
    columnOffset = 0,
    lineOffset = 0,
    cachedData,
    produceCachedData = false,
    parsingContext,
    contextExtensions = [],
    importModuleDynamically,
  } = options;
  validateString(filename, 'options.filename');
  validateInt32(columnOffset, 'options.columnOffset');
  validateInt32(lineOffset, 'options.lineOffset');
  if (cachedData !== undefined) validateBuffer(cachedData, 'options.cachedData');
  validateBoolean(produceCachedData, 'options.produceCachedData');
  if (parsingContext !== undefined &&
      (typeof parsingContext !== 'object' || parsingContext === null || !isContext(parsingContext))) {
    throw new ERR_INVALID_ARG_TYPE('options.parsingContext', 'Context', parsingContext);
  }
  validateArray(contextExtensions, 'options.contextExtensions');
  ArrayPrototypeForEach(contextExtensions, (extension, i) => {
    validateObject(extension, `options.contextExtensions[${i}]`, kValidateObjectAllowNullable);
  });
  return internalCompileFunction(
    code, filename, lineOffset, columnOffset, cachedData, produceCachedData, parsingContext, contextExtensions,
    params, getHostDefinedOptionId(importModuleDynamically, filename), importModuleDynamically);
}

const constants = {
  __proto__: null,
  USE_MAIN_CONTEXT_DEFAULT_LOADER: byMainLoader,
  DONT_CONTEXTIFY: notContextified,
};
ObjectFreeze(constants);

module.exports = {
  Script,
  createContext,
  createScript,
  runInContext,
  runInNewContext,
  runInThisContext,
  isContext,
  compileFunction,
  constants,
};
