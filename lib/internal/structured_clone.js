'use strict';

// structuredClone (https://html.spec.whatwg.org/#dom-structuredclone).

const { structuredClone: clone } = internalBinding('messaging');
const { codes: { ERR_MISSING_ARGS } } = require('internal/errors');
const { listOf, typeError } = require('internal/worker/transfer_list');

const failed = "Failed to execute 'structuredClone':";

function isObject(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function transfersOf(options) {
  if (!isObject(options)) {
    throw typeError(`${failed} Options cannot be converted to a dictionary`, 'ERR_INVALID_ARG_TYPE');
  }
  const { transfer } = options;
  if (transfer === undefined) return undefined;
  const list = listOf(transfer);
  if (list === undefined) {
    throw typeError(`${failed} transfer in Options cannot be converted to sequence.`, 'ERR_INVALID_ARG_TYPE');
  }
  for (let i = 0; i < list.length; i++) {
    if (!isObject(list[i])) {
      throw typeError(`${failed} transfer in Options[${i}] is not an object.`, 'ERR_INVALID_ARG_TYPE');
    }
  }
  return list;
}

/**
 * A deep copy of `value`.
 * @param {unknown} value
 * @param {{ transfer?: object[] }} [options]
 */
function structuredClone(value, options) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('The value argument must be specified');
  return clone(value, options === undefined || options === null ? undefined : transfersOf(options));
}

module.exports = { structuredClone };
