'use strict';

// Which objects of lib/ may be cloned or transferred in messages, and how.
//
// A class marks its instances with `markTransferMode`. One that can be cloned has a method [kClone], one that can be
// transferred [kTransfer]: both return { data, deserializeInfo }, where `data` is any value that can be sent and
// `deserializeInfo` is 'module:Class'. The receiver makes an instance without arguments and calls its [kDeserialize](data).
// [kTransferList]() names what has to be transferred along with an object.

const {
  messaging_clone_symbol: kClone,
  messaging_deserialize_symbol: kDeserialize,
  messaging_transfer_list_symbol: kTransferList,
  messaging_transfer_symbol: kTransfer,
} = internalBinding('symbols');
const {
  constants: { kCloneable, kDisallowCloneAndTransfer, kTransferable },
  privateSymbols: { transfer_mode_private_symbol: kMode, untransferable_object_private_symbol: kUntransferable },
} = internalBinding('util');

function isObject(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/**
 * Says how `object` may travel.
 * @param {object} object
 * @param {boolean} [cloneable]
 * @param {boolean} [transferable]
 */
function markTransferMode(object, cloneable = false, transferable = false) {
  object[kMode] = (cloneable ? kCloneable : 0) | (transferable ? kTransferable : 0) | kDisallowCloneAndTransfer;
}

/** Keeps an object from being transferred. */
function markAsUntransferable(object) {
  if (isObject(object)) object[kUntransferable] = true;
}

/** @returns {boolean} */
function isMarkedAsUntransferable(object) {
  return isObject(object) && object[kUntransferable] !== undefined;
}

/** Keeps an object from being cloned. */
function markAsUncloneable(object) {
  if (isObject(object)) object[kMode] &= ~kCloneable;
}

module.exports = {
  isMarkedAsUntransferable,
  kClone,
  kDeserialize,
  kTransfer,
  kTransferList,
  markAsUncloneable,
  markAsUntransferable,
  markTransferMode,
};
