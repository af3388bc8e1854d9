'use strict';

// `util.promisify`: from functions with a callback to functions that return a promise.

const {
  ArrayPrototypePush,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ObjectGetOwnPropertyDescriptors,
  ObjectGetPrototypeOf,
  ObjectSetPrototypeOf,
  ObjectValues,
  Promise,
  ReflectApply,
  Symbol,
  SymbolFor,
} = primordials;
const { isPromise } = internalBinding('types');
const { validateFunction } = require('internal/validators');

/** A function's own promise form. */
const custom = SymbolFor('nodejs.util.promisify.custom');
/** Names for the callback's values, where the promise is for an object of several. */
const customPromisifyArgs = Symbol('customPromisifyArgs');

function markCustom(fn) {
  return ObjectDefineProperty(fn, custom, {
    __proto__: null,
    value: fn,
    enumerable: false,
    writable: false,
    configurable: true,
  });
}

function namedValues(names, values) {
  const result = {};
  for (let i = 0; i < names.length; i++) result[names[i]] = values[i];
  return result;
}

/**
 * @param {Function} original takes a callback `(error, value)` as its last argument
 * @returns {Function}
 */
function promisify(original) {
  validateFunction(original, 'original');
  const own = original[custom];
  if (own) {
    validateFunction(own, 'util.promisify.custom');
    return markCustom(own);
  }

  const names = original[customPromisifyArgs];
  function fn(...args) {
    return new Promise((resolve, reject) => {
      ArrayPrototypePush(args, (error, ...values) => {
        if (error) {
          reject(error);
        } else {
          resolve(names !== undefined && values.length > 1 ? namedValues(names, values) : values[0]);
        }
      });
      if (isPromise(ReflectApply(original, this, args))) {
        process.emitWarning('Calling promisify on a function that returns a Promise is likely a mistake.',
                            'DeprecationWarning', 'DEP0174');
      }
    });
  }

  ObjectSetPrototypeOf(fn, ObjectGetPrototypeOf(original));
  markCustom(fn);
  const descriptors = ObjectGetOwnPropertyDescriptors(original);
  const all = ObjectValues(descriptors);
  // Without a prototype they cannot inherit what a program put on Object.prototype.
  for (let i = 0; i < all.length; i++) ObjectSetPrototypeOf(all[i], null);
  return ObjectDefineProperties(fn, descriptors);
}

promisify.custom = custom;

module.exports = { customPromisifyArgs, promisify };
