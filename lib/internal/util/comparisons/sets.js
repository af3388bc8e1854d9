'use strict';

// The elements of sets, in any order. Most are found at once; objects (and loosely, primitives) are compared one by
// one.

const {
  ArrayPrototypePush,
  SetPrototypeGetSize,
  SetPrototypeHas,
  SetPrototypeValues,
} = primordials;
const { equal } = require('internal/util/comparisons');
const { looseCounterpart } = require('internal/util/comparisons/loose');
const { takeMatch } = require('internal/util/comparisons/match');

function mayEqualLoosely(a, b, primitive) {
  const counterpart = looseCounterpart(primitive);
  if (counterpart != null) return counterpart;
  return !SetPrototypeHas(b, counterpart) && SetPrototypeHas(a, counterpart);
}

function isPrimitive(value) {
  return typeof value !== 'object' || value === null;
}

function equalSets(ctx, a, b) {
  // Elements of `b` that are not in `a`, but may equal one.
  const open = [];
  for (const value of SetPrototypeValues(b)) {
    if (SetPrototypeHas(a, value)) continue;
    if (isPrimitive(value) && !(ctx.isLoose && mayEqualLoosely(a, b, value))) return false;
    ArrayPrototypePush(open, value);
  }
  if (open.length === 0) return true;

  let left = SetPrototypeGetSize(a);
  for (const value of SetPrototypeValues(a)) {
    left--;
    if (SetPrototypeHas(b, value)) continue;
    if (isPrimitive(value) && !ctx.isLoose) {
      if (ctx.isPartial) continue;
      return false;
    }
    const isMatched = takeMatch(open, (candidate) => equal(ctx, value, candidate));
    if (!isMatched && !ctx.isPartial) return false;
    if (open.length === 0) return true;
    if (open.length > left) return false;
  }
  return open.length === 0;
}

module.exports = { equalSets };
