'use strict';

// Warnings about what should no longer be used, and about what is experimental. Each is given once.

const {
  ObjectDefineProperty,
  ObjectGetOwnPropertyDescriptor,
  ObjectSetPrototypeOf,
  ReflectApply,
  ReflectConstruct,
  SafeSet,
} = primordials;
const { getOptionValue } = require('internal/options');

/** Codes that were warned about. */
const warnedCodes = new SafeSet();
/** Features that were warned about. */
const warnedFeatures = new SafeSet();

/**
 * A function that warns at its first call, unless the code was warned about already.
 * @param {string} [code]
 * @param {string} message
 * @param {Function} [deprecated] left out of the warning's stack
 * @param {boolean} [useEmitSync] whether the warning is printed at once
 * @param {(arg: any) => boolean} [shouldEmitWarning] given the argument of the call
 * @returns {(arg?: any) => void}
 */
function getDeprecationWarningEmitter(code, message, deprecated, useEmitSync, shouldEmitWarning = () => true) {
  let warned = false;
  return function emitDeprecationWarning(arg) {
    if (warned || !shouldEmitWarning(arg)) return;
    warned = true;
    if (code === undefined) {
      process.emitWarning(message, 'DeprecationWarning', deprecated);
    } else if (code === 'ExperimentalWarning') {
      process.emitWarning(message, code, deprecated);
    } else if (!warnedCodes.has(code)) {
      const emitWarning = useEmitSync ?
        require('internal/process/warning').emitWarningSync : process.emitWarning;
      emitWarning(message, 'DeprecationWarning', code, deprecated);
      warnedCodes.add(code);
    }
  };
}

function copyLength(target, source) {
  ObjectDefineProperty(target, 'length', {
    __proto__: null,
    ...ObjectGetOwnPropertyDescriptor(source, 'length'),
  });
}

/** Whether deprecations that are only announced shall warn already. */
function isPendingDeprecation() {
  return getOptionValue('--pending-deprecation') && !getOptionValue('--no-deprecation');
}

/** As deprecate(), for a deprecation that warns only on demand (`--pending-deprecation`). */
function pendingDeprecate(fn, message, code) {
  const warn = getDeprecationWarningEmitter(code, message, deprecated, false, isPendingDeprecation);
  function deprecated(...args) {
    warn();
    return ReflectApply(fn, this, args);
  }
  copyLength(deprecated, fn);
  return deprecated;
}

/** A function to which objects with options are handed: warns if one has the property `key`. */
function deprecateProperty(key, message, code, shouldEmitWarning) {
  const warn = getDeprecationWarningEmitter(code, message, undefined, false, shouldEmitWarning);
  return (options) => {
    if (key in options) warn();
  };
}

/**
 * `util.deprecate`: `fn`, with a warning at its first call.
 * @param {Function} fn
 * @param {string} message
 * @param {string} [code] under which the warning is given once, whatever number of functions share it
 * @param {boolean} [useEmitSync] whether the warning is printed at once
 * @param {boolean} [modifyPrototype] whether the result stands in for `fn` as a constructor and an object
 * @returns {Function}
 */
function deprecate(fn, message, code, useEmitSync, modifyPrototype = true) {
  if (code !== undefined) require('internal/validators').validateString(code, 'code');
  const warn = getDeprecationWarningEmitter(code, message, deprecated, useEmitSync);
  function deprecated(...args) {
    if (!process.noDeprecation) warn();
    return new.target ? ReflectConstruct(fn, args, new.target) : ReflectApply(fn, this, args);
  }
  if (modifyPrototype) {
    ObjectSetPrototypeOf(deprecated, fn);
    // Instances that the plain constructor makes are instances of this one, too.
    if (fn.prototype) deprecated.prototype = fn.prototype;
    copyLength(deprecated, fn);
  }
  return deprecated;
}

/** Constructs `Target` for a call without `new`, which warns. */
function deprecateInstantiation(Target, code, ...args) {
  const message = `Instantiating ${Target.name} without the 'new' keyword has been deprecated.`;
  getDeprecationWarningEmitter(code, message, Target)();
  return ReflectConstruct(Target, args);
}

/**
 * Warns that `feature` is experimental.
 * @param {string} feature
 * @param {string} [prefix] of the message
 * @param {string} [code]
 * @param {Function} [constructor]
 */
function emitExperimentalWarning(feature, prefix = '', code, constructor) {
  if (warnedFeatures.has(feature)) return;
  warnedFeatures.add(feature);
  const message = `${prefix}${feature} is an experimental feature and might change at any time`;
  process.emitWarning(message, 'ExperimentalWarning', code, constructor);
}

module.exports = {
  deprecate,
  deprecateInstantiation,
  deprecateProperty,
  emitExperimentalWarning,
  getDeprecationWarningEmitter,
  isPendingDeprecation,
  pendingDeprecate,
};
