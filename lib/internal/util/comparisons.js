'use strict';

// Deep equality: strict (with or without prototypes), loose, and partial, where the first value may have more than the
// second. Its parts: this file compares values and objects by kind, comparisons/ what arrays, sets and maps contain.

const {
  Array,
  ArrayBuffer,
  ArrayIsArray,
  ArrayPrototypePush,
  BigInt,
  BigInt64Array,
  BigIntPrototypeValueOf,
  BigUint64Array,
  Boolean,
  BooleanPrototypeValueOf,
  DataView,
  Date,
  DatePrototypeGetTime,
  Error,
  Float16Array,
  Float32Array,
  Float64Array,
  Function,
  FunctionPrototypeSymbolHasInstance,
  Int16Array,
  Int32Array,
  Int8Array,
  Map,
  Number,
  NumberPrototypeValueOf,
  Object,
  ObjectGetOwnPropertyDescriptor,
  ObjectGetOwnPropertySymbols,
  ObjectGetPrototypeOf,
  ObjectIs,
  ObjectKeys,
  ObjectPrototypeHasOwnProperty,
  ObjectPrototypePropertyIsEnumerable,
  ObjectPrototypeToString,
  Promise,
  RegExp,
  SafeSet,
  Set,
  String,
  StringPrototypeValueOf,
  Symbol,
  SymbolPrototypeValueOf,
  SymbolToStringTag,
  TypedArrayPrototypeGetSymbolToStringTag,
  Uint16Array,
  Uint32Array,
  Uint8Array,
  Uint8ClampedArray,
  WeakMap,
  WeakSet,
} = primordials;
const {
  constants: { ONLY_ENUMERABLE },
  getOwnNonIndexProperties,
} = internalBinding('util');
const { isError } = require('internal/util');
const types = require('internal/util/types');

// Before the requires: the parts need it in turn.
module.exports = { equal, equalObjects, isDeepEqual, isDeepStrictEqual, isPartialStrictEqual };

const { equalElements } = require('internal/util/comparisons/arrays');
const { equalMaps } = require('internal/util/comparisons/maps');
const { equalSets } = require('internal/util/comparisons/sets');
const { equalArrayBuffers, equalViews } = require('internal/util/comparisons/bytes');

/** Objects nested deeper than this may contain themselves: the comparison begins anew, watching for cycles. */
const maxUnwatchedDepth = 64;
/** Thrown when that depth is reached. */
const kTooDeep = {};

/** Constructors that tell the kind of an object even as its own property. */
const wellKnownConstructors = new SafeSet([
  Array, ArrayBuffer, BigInt, BigInt64Array, BigUint64Array, Boolean, DataView, Date, Error,
  Float16Array, Float32Array, Float64Array, Function, Int16Array, Int32Array, Int8Array, Map, Number, Object, Promise,
  RegExp, Set, String, Symbol, Uint16Array, Uint32Array, Uint8Array, Uint8ClampedArray, WeakMap, WeakSet,
]);

/** How to compare, and where in the values the comparison is. */
class Comparison {
  depth = 0;

  constructor({ isLoose = false, isPartial = false, withPrototypes = false }, ancestors) {
    this.isLoose = isLoose;
    this.isPartial = isPartial;
    this.withPrototypes = withPrototypes;
    /** The objects around those at hand, if they are watched. */
    this.ancestors = ancestors;
  }
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

function isNaN(value) {
  return value !== value;
}

/**
 * @param {Comparison} ctx
 * @param {any} a
 * @param {any} b
 * @returns {boolean}
 */
function equal(ctx, a, b) {
  if (a === b) return a !== 0 || ctx.isLoose || ObjectIs(a, b);
  if (isObject(a) && isObject(b)) return equalObjects(ctx, a, b);
  if (isNaN(a) && isNaN(b)) return true;
  return ctx.isLoose && !isObject(a) && !isObject(b) && a == b;
}

function haveEqualClass(a, b) {
  const { constructor } = a;
  const isTelling = wellKnownConstructors.has(constructor) ||
    (constructor !== undefined && !ObjectPrototypeHasOwnProperty(a, 'constructor'));
  return isTelling ? constructor === b.constructor : ObjectGetPrototypeOf(a) === ObjectGetPrototypeOf(b);
}

function haveEqualTag(a, b) {
  return a[SymbolToStringTag] === b[SymbolToStringTag];
}

function haveEqualTagOrKind(a, b) {
  const tagOfA = a[SymbolToStringTag];
  const tagOfB = b[SymbolToStringTag];
  if (tagOfA !== undefined && tagOfB !== undefined) return tagOfA === tagOfB;
  return ObjectPrototypeToString(a) === ObjectPrototypeToString(b);
}

function haveSizes(ctx, a, b) {
  return a === b || (ctx.isPartial && a > b);
}

/** Compares two objects that are not the same. */
function equalObjects(ctx, a, b) {
  if (ctx.withPrototypes && !haveEqualClass(a, b)) return false;

  if (ArrayIsArray(a)) {
    return ArrayIsArray(b) && haveSizes(ctx, a.length, b.length) && haveEqualTag(a, b) &&
      equalIndexed(ctx, a, b, equalElements);
  }
  if (a[SymbolToStringTag] === undefined && ObjectPrototypeToString(a) === '[object Object]') {
    return haveEqualTagOrKind(a, b) && equalKeyed(ctx, a, b);
  }
  if (types.isSet(a)) {
    return types.isSet(b) && haveSizes(ctx, a.size, b.size) && haveEqualTag(a, b) && equalKeyed(ctx, a, b, equalSets);
  }
  if (types.isMap(a)) {
    return types.isMap(b) && haveSizes(ctx, a.size, b.size) && haveEqualTag(a, b) && equalKeyed(ctx, a, b, equalMaps);
  }
  if (types.isArrayBufferView(a)) {
    return TypedArrayPrototypeGetSymbolToStringTag(a) === TypedArrayPrototypeGetSymbolToStringTag(b) &&
      equalViews(ctx, a, b) && equalIndexed(ctx, a, b);
  }
  return equalSpecial(ctx, a, b) && equalKeyed(ctx, a, b);
}

function equalDates(a, b) {
  const timeOfA = DatePrototypeGetTime(a);
  const timeOfB = DatePrototypeGetTime(b);
  return timeOfA === timeOfB || (isNaN(timeOfA) && isNaN(timeOfB));
}

function equalRegExps(a, b) {
  return a.source === b.source && a.flags === b.flags && a.lastIndex === b.lastIndex;
}

function equalBoxed(a, b) {
  const unboxers = [
    [types.isNumberObject, NumberPrototypeValueOf],
    [types.isStringObject, StringPrototypeValueOf],
    [types.isBooleanObject, BooleanPrototypeValueOf],
    [types.isBigIntObject, BigIntPrototypeValueOf],
    [types.isSymbolObject, SymbolPrototypeValueOf],
  ];
  for (let i = 0; i < unboxers.length; i++) {
    const { 0: isKind, 1: valueOf } = unboxers[i];
    if (isKind(a)) return isKind(b) && ObjectIs(valueOf(a), valueOf(b));
  }
  return false;
}

// Properties of errors count although they are not enumerable; enumerable ones are compared anyway.
function equalErrorProperty(ctx, a, b, key) {
  if (ObjectPrototypePropertyIsEnumerable(b, key)) return true;
  if (ctx.isPartial && (b[key] === undefined || (key === 'message' && b[key] === ''))) return true;
  return equal(ctx, a[key], b[key]);
}

function equalErrors(ctx, a, b) {
  const hasCause = ObjectPrototypeHasOwnProperty(b, 'cause');
  return equalErrorProperty(ctx, a, b, 'message') &&
    equalErrorProperty(ctx, a, b, 'name') &&
    equalErrorProperty(ctx, a, b, 'cause') &&
    equalErrorProperty(ctx, a, b, 'errors') &&
    (hasCause === ObjectPrototypeHasOwnProperty(a, 'cause') || (ctx.isPartial && !hasCause));
}

function isURL(value) {
  return typeof value.href === 'string' && value instanceof require('internal/url').URL;
}

// Kinds of which `a` is none, if equalSpecial() gets to ask.
function isOtherKind(b) {
  return ArrayIsArray(b) || types.isArrayBufferView(b) || types.isSet(b) || types.isMap(b) || types.isDate(b) ||
    types.isRegExp(b) || types.isAnyArrayBuffer(b);
}

// What is in an object beside its properties.
function equalSpecial(ctx, a, b) {
  if (types.isDate(a)) return types.isDate(b) && haveEqualTag(a, b) && equalDates(a, b);
  if (types.isRegExp(a)) return types.isRegExp(b) && equalRegExps(a, b) && haveEqualTag(a, b);
  if (types.isAnyArrayBuffer(a)) {
    return types.isAnyArrayBuffer(b) && haveEqualTag(a, b) && equalArrayBuffers(ctx, a, b);
  }
  if (!haveEqualTagOrKind(a, b) || isOtherKind(b)) return false;
  if (isError(a)) return isError(b) && equalErrors(ctx, a, b);
  if (types.isBoxedPrimitive(a)) return equalBoxed(a, b);
  if (isURL(a)) return isURL(b) && a.href === b.href;
  return !types.isBoxedPrimitive(b) && !types.isNativeError(b) && !FunctionPrototypeSymbolHasInstance(Error, b) &&
    !types.isWeakMap(a) && !types.isWeakSet(a) && !types.isPromise(a);
}

function enumerableSymbols(object, keys) {
  const symbols = ObjectGetOwnPropertySymbols(object);
  for (let i = 0; i < symbols.length; i++) {
    if (ObjectPrototypePropertyIsEnumerable(object, symbols[i])) ArrayPrototypePush(keys, symbols[i]);
  }
  return keys;
}

// Loosely, symbols do not count.
function namesBesideIndices(ctx, object) {
  const names = getOwnNonIndexProperties(object, ONLY_ENUMERABLE);
  if (!ctx.isLoose) return names;
  const strings = [];
  for (let i = 0; i < names.length; i++) {
    if (typeof names[i] !== 'symbol') ArrayPrototypePush(strings, names[i]);
  }
  return strings;
}

// Arrays, and views whose elements were compared before.
function equalIndexed(ctx, a, b, equalContents) {
  const keys = namesBesideIndices(ctx, b);
  if (!ctx.isPartial && keys.length !== namesBesideIndices(ctx, a).length) return false;
  return equalContent(ctx, a, b, keys, equalContents);
}

function equalKeyed(ctx, a, b, equalContents) {
  const keys = ObjectKeys(b);
  if (ctx.isPartial) {
    enumerableSymbols(b, keys);
  } else {
    const keysOfA = ObjectKeys(a);
    if (keys.length !== keysOfA.length) return false;
    if (!ctx.isLoose && enumerableSymbols(b, keys).length !== enumerableSymbols(a, keysOfA).length) return false;
  }
  return equalContent(ctx, a, b, keys, equalContents);
}

function equalProperties(ctx, a, b, keys) {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const descriptor = ObjectGetOwnPropertyDescriptor(a, key);
    if (descriptor?.enumerable !== true) return false;
    const value = descriptor.writable !== undefined ? descriptor.value : a[key];
    if (!equal(ctx, value, b[key])) return false;
  }
  return true;
}

function equalParts(ctx, a, b, keys, equalContents) {
  return equalProperties(ctx, a, b, keys) && (equalContents === undefined || equalContents(ctx, a, b));
}

// An object that is in itself equals another that is in itself at the same place.
function equalContent(ctx, a, b, keys, equalContents) {
  if (keys.length === 0 && equalContents === undefined) return true;
  const { ancestors } = ctx;
  if (ancestors === undefined) {
    if (++ctx.depth > maxUnwatchedDepth) throw kTooDeep;
    const result = equalParts(ctx, a, b, keys, equalContents);
    ctx.depth--;
    return result;
  }
  const isKnown = ancestors.has(a);
  if (isKnown || ancestors.has(b)) return isKnown && ancestors.has(b);
  ancestors.add(a);
  ancestors.add(b);
  const result = equalParts(ctx, a, b, keys, equalContents);
  ancestors.delete(a);
  ancestors.delete(b);
  return result;
}

function compare(options, a, b) {
  try {
    return equal(new Comparison(options), a, b);
  } catch (error) {
    if (error !== kTooDeep) throw error;
  }
  return equal(new Comparison(options, new SafeSet()), a, b);
}

/** `==` for primitives, and no look at prototypes. */
function isDeepEqual(a, b) {
  return compare({ isLoose: true }, a, b);
}

/** `Object.is` for primitives, and equal prototypes unless `skipPrototype`. */
function isDeepStrictEqual(a, b, skipPrototype) {
  return compare({ withPrototypes: !skipPrototype }, a, b);
}

/** Whether `a` has all that `b` has. */
function isPartialStrictEqual(a, b) {
  return compare({ isPartial: true }, a, b);
}
