'use strict';

// The entries of maps, in any order. Keys that are objects (and loosely, primitives) are compared one by one.

const {
  ArrayPrototypePush,
  MapPrototypeEntries,
  MapPrototypeGet,
  MapPrototypeGetSize,
  MapPrototypeHas,
} = primordials;
const { equal } = require('internal/util/comparisons');
const { looseCounterpart } = require('internal/util/comparisons/loose');
const { takeMatch } = require('internal/util/comparisons/match');

function isPrimitive(value) {
  return typeof value !== 'object' || value === null;
}

function hasEqual(ctx, map, key, value) {
  const found = MapPrototypeGet(map, key);
  return (found !== undefined || MapPrototypeHas(map, key)) && equal(ctx, found, value);
}

function mayEqualLoosely(ctx, a, b, key, value) {
  const counterpart = looseCounterpart(key);
  if (counterpart != null) return counterpart;
  return hasEqual(ctx, a, counterpart, value) && !MapPrototypeHas(b, counterpart);
}

function equalMaps(ctx, a, b) {
  // Keys of `b` that may equal one of `a`.
  const open = [];
  for (const { 0: key, 1: value } of MapPrototypeEntries(b)) {
    if (isPrimitive(key)) {
      if (hasEqual(ctx, a, key, value)) continue;
      if (!ctx.isLoose || !mayEqualLoosely(ctx, a, b, key, value)) return false;
    }
    ArrayPrototypePush(open, key);
  }
  if (open.length === 0) return true;

  let left = MapPrototypeGetSize(a);
  for (const { 0: key, 1: value } of MapPrototypeEntries(a)) {
    left--;
    if (isPrimitive(key)) {
      const isFound = MapPrototypeHas(b, key);
      if (ctx.isPartial || (isFound && (!ctx.isLoose || equal(ctx, value, MapPrototypeGet(b, key))))) continue;
      if (!ctx.isLoose) return false;
    }
    const isMatched = takeMatch(open, (candidate) => {
      return equal(ctx, key, candidate) && equal(ctx, value, MapPrototypeGet(b, candidate));
    });
    if (!isMatched && !ctx.isPartial) return false;
    if (open.length === 0) return true;
    if (open.length > left) return false;
  }
  return open.length === 0;
}

module.exports = { equalMaps };
