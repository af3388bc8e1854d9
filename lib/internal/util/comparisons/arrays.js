'use strict';

// The elements of arrays. A hole equals a hole alone.

const {
  ObjectKeys,
  ObjectPrototypeHasOwnProperty,
} = primordials;
const { equal } = require('internal/util/comparisons');

function isHole(array, i) {
  return array[i] === undefined && !ObjectPrototypeHasOwnProperty(array, i);
}

// From the first hole at index `start` on.
function equalSparse(ctx, a, b, start) {
  const keysOfA = ObjectKeys(a);
  const keysOfB = ObjectKeys(b);
  if (keysOfA.length !== keysOfB.length) return false;
  for (let i = start; i < keysOfB.length; i++) {
    const key = keysOfB[i];
    if (isHole(a, key) || !equal(ctx, a[key], b[key])) return false;
  }
  return true;
}

// Whether the elements of `b` occur in `a` in this order.
function containsSparse(ctx, a, b, startOfA, startOfB) {
  const keysOfA = ObjectKeys(a);
  const keysOfB = ObjectKeys(b);
  let at = startOfA;
  for (let i = startOfB; i < keysOfB.length; i++) {
    while (at < keysOfA.length && !equal(ctx, a[keysOfA[at]], b[keysOfB[i]])) at++;
    if (at === keysOfA.length) return false;
    at++;
  }
  return true;
}

function containsElements(ctx, a, b) {
  let at = 0;
  for (let i = 0; i < b.length; i++) {
    if (isHole(b, i)) return containsSparse(ctx, a, b, at, i);
    while (at < a.length && !isHole(a, at) && !equal(ctx, a[at], b[i])) at++;
    if (at === a.length) return false;
    if (isHole(a, at)) return containsSparse(ctx, a, b, at, i);
    at++;
  }
  return true;
}

function equalElements(ctx, a, b) {
  if (ctx.isPartial) return containsElements(ctx, a, b);
  for (let i = 0; i < a.length; i++) {
    if (isHole(b, i)) return equalSparse(ctx, a, b, i);
    if (isHole(a, i) || !equal(ctx, a[i], b[i])) return false;
  }
  return true;
}

module.exports = { equalElements };
