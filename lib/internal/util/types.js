'use strict';

// `util.types`: what a value really is, whatever its prototype says.

const { ArrayBufferIsView, TypedArrayPrototypeGetSymbolToStringTag: typeOf } = primordials;

// `typeOf` reads the internal slot: undefined for whatever is not a typed array.

module.exports = {
  ...internalBinding('types'),
  isArrayBufferView: ArrayBufferIsView,
  isDataView(value) {
    return ArrayBufferIsView(value) && typeOf(value) === undefined;
  },
  isTypedArray(value) {
    return typeOf(value) !== undefined;
  },
  isUint8Array(value) {
    return typeOf(value) === 'Uint8Array';
  },
  isUint8ClampedArray(value) {
    return typeOf(value) === 'Uint8ClampedArray';
  },
  isUint16Array(value) {
    return typeOf(value) === 'Uint16Array';
  },
  isUint32Array(value) {
    return typeOf(value) === 'Uint32Array';
  },
  isInt8Array(value) {
    return typeOf(value) === 'Int8Array';
  },
  isInt16Array(value) {
    return typeOf(value) === 'Int16Array';
  },
  isInt32Array(value) {
    return typeOf(value) === 'Int32Array';
  },
  isFloat16Array(value) {
    return typeOf(value) === 'Float16Array';
  },
  isFloat32Array(value) {
    return typeOf(value) === 'Float32Array';
  },
  isFloat64Array(value) {
    return typeOf(value) === 'Float64Array';
  },
  isBigInt64Array(value) {
    return typeOf(value) === 'BigInt64Array';
  },
  isBigUint64Array(value) {
    return typeOf(value) === 'BigUint64Array';
  },
  // Keys exist only with the crypto module: without it, no value is one.
  isKeyObject(value) {
    return process.versions.openssl !== undefined && require('internal/crypto/keys').isKeyObject(value);
  },
  isCryptoKey(value) {
    return process.versions.openssl !== undefined && require('internal/crypto/keys').isCryptoKey(value);
  },
};
