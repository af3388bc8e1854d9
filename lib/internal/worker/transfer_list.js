'use strict';

// The second argument of postMessage: what is transferred.

const { ArrayFrom, ObjectDefineProperty, SymbolIterator, TypeError } = primordials;

/** A TypeError with a code, whose stack does not show it. */
function typeError(message, code) {
  const error = new TypeError(message);
  ObjectDefineProperty(error, 'code', {
    __proto__: null,
    value: code,
    writable: true,
    enumerable: true,
    configurable: true,
  });
  return error;
}

/** The members of an iterable as an array; undefined if `value` is none. */
function listOf(value) {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return isObject && typeof value[SymbolIterator] === 'function' ? ArrayFrom(value) : undefined;
}

/**
 * @param {Iterable | { transfer?: Iterable } | null | undefined} value
 * @returns {object[] | undefined}
 */
function readTransferList(value) {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' && typeof value !== 'function') {
    throw typeError('Optional transferList argument must be an iterable', 'ERR_INVALID_ARG_TYPE');
  }
  const list = listOf(value);
  if (list !== undefined) return list;
  const { transfer } = value;
  if (transfer === undefined) return undefined;
  const listed = listOf(transfer);
  if (listed === undefined) {
    throw typeError('Optional options.transfer argument must be an iterable', 'ERR_INVALID_ARG_TYPE');
  }
  return listed;
}

module.exports = { listOf, readTransferList, typeError };
