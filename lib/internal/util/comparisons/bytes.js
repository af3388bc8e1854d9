'use strict';

// Buffers and views of them.

const {
  TypedArrayPrototypeGetByteLength,
  Uint8Array,
} = primordials;
const { compare } = internalBinding('buffer');
const { isFloat16Array, isFloat32Array, isFloat64Array } = require('internal/util/types');

// Whether the bytes of `b` occur in `a` in this order.
function isSubsequence(a, b) {
  const lengthOfA = TypedArrayPrototypeGetByteLength(a);
  const lengthOfB = TypedArrayPrototypeGetByteLength(b);
  let found = 0;
  for (let i = 0; i < lengthOfA && found < lengthOfB; i++) {
    if (a[i] === b[found]) found++;
  }
  return found === lengthOfB;
}

function bytesOf(view) {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function isFloatArray(view) {
  return isFloat64Array(view) || isFloat32Array(view) || isFloat16Array(view);
}

function equalNumbers(a, b) {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return false;
  }
  return true;
}

/** The contents of two views of the same type. */
function equalViews(ctx, a, b) {
  if (ctx.isPartial && a.byteLength !== b.byteLength) return isSubsequence(bytesOf(a), bytesOf(b));
  // Loosely, 0 is -0, though their bytes differ.
  if (ctx.isLoose && isFloatArray(a)) return equalNumbers(a, b);
  return a.byteLength === b.byteLength && compare(a, b) === 0;
}

function equalArrayBuffers(ctx, a, b) {
  if (a.byteLength === b.byteLength) return compare(new Uint8Array(a), new Uint8Array(b)) === 0;
  return ctx.isPartial && isSubsequence(new Uint8Array(a), new Uint8Array(b));
}

module.exports = { equalArrayBuffers, equalViews };
