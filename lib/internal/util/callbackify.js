'use strict';

// `util.callbackify`: from functions that return a promise to functions with a callback.

const {
  ArrayPrototypePop,
  ErrorCaptureStackTrace,
  FunctionPrototypeBind,
  ObjectDefineProperties,
  ObjectGetOwnPropertyDescriptors,
  ObjectSetPrototypeOf,
  ObjectValues,
  ReflectApply,
} = primordials;
const { codes: { ERR_FALSY_VALUE_REJECTION } } = require('internal/errors');
const { validateFunction } = require('internal/validators');

// A callback takes a falsy reason for success: it gets an error in its place.
function callBackWithReason(reason, callback) {
  if (!reason) {
    reason = new ERR_FALSY_VALUE_REJECTION.HideStackFramesError(reason);
    ErrorCaptureStackTrace(reason, callBackWithReason);
  }
  return callback(reason);
}

/**
 * @param {Function} original returns a promise
 * @returns {Function}
 */
function callbackify(original) {
  validateFunction(original, 'original');
  function callbackified(...args) {
    const last = ArrayPrototypePop(args);
    validateFunction(last, 'last argument');
    const callback = FunctionPrototypeBind(last, this);
    // In a tick of its own, so that what it throws does not reject the promise.
    ReflectApply(original, this, args).then(
      (value) => process.nextTick(callback, null, value),
      (reason) => process.nextTick(callBackWithReason, reason, callback),
    );
  }

  const descriptors = ObjectGetOwnPropertyDescriptors(original);
  // They may have been redefined to anything.
  if (typeof descriptors.length.value === 'number') descriptors.length.value++;
  if (typeof descriptors.name.value === 'string') descriptors.name.value += 'Callbackified';
  const all = ObjectValues(descriptors);
  // Without a prototype they cannot inherit what a program put on Object.prototype.
  for (let i = 0; i < all.length; i++) ObjectSetPrototypeOf(all[i], null);
  ObjectDefineProperties(callbackified, descriptors);
  return callbackified;
}

module.exports = { callbackify };
