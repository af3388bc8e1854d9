'use strict';

/**
 * What could loosely equal a primitive that is an element of one set, in another set without it.
 * @param {any} primitive
 * @returns {boolean | null | undefined} null or undefined if it is this value alone, otherwise whether there is any
 */
function looseCounterpart(primitive) {
  switch (typeof primitive) {
    case 'undefined':
      return null;
    case 'object':
      // It is null.
      return undefined;
    case 'symbol':
      return false;
    case 'string':
    case 'number':
      // Many strings stand for one number, but none for NaN.
      return +primitive === +primitive;
    default:
      return true;
  }
}

module.exports = { looseCounterpart };
