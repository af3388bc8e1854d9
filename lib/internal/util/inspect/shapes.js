'use strict';

// What kind of object a value is, and how that kind is shown.

const {
  ArrayIsArray,
  ArrayPrototypeFilter,
  ArrayPrototypePushApply,
  ArrayPrototypeSplice,
  BigIntPrototypeToString,
  BigIntPrototypeValueOf,
  BooleanPrototypeValueOf,
  DatePrototypeGetTime,
  DatePrototypeToISOString,
  DatePrototypeToString,
  MapPrototypeEntries,
  MapPrototypeGetSize,
  NumberIsNaN,
  NumberPrototypeValueOf,
  ObjectGetOwnPropertyNames,
  ObjectGetOwnPropertySymbols,
  ObjectKeys,
  ObjectPrototypePropertyIsEnumerable,
  RegExp,
  RegExpPrototypeToString,
  SetPrototypeGetSize,
  SetPrototypeValues,
  StringPrototypeLastIndexOf,
  StringPrototypeSlice,
  StringPrototypeToLowerCase,
  StringPrototypeValueOf,
  SymbolIterator,
  SymbolPrototypeValueOf,
  TypedArrayPrototypeGetLength,
  TypedArrayPrototypeGetSymbolToStringTag,
} = primordials;
const {
  constants: { ALL_PROPERTIES, ONLY_ENUMERABLE },
  getExternalValue,
  getOwnNonIndexProperties,
  previewEntries,
} = internalBinding('util');
const types = require('internal/util/types');
const { isError } = require('internal/util');
const assert = require('internal/assert');

// Before the requires: value.js needs it in turn.
module.exports = { shapeOf };

const { getPlainPrefix, getPrefix } = require('internal/util/inspect/class_name');
const collections = require('internal/util/inspect/collections');
const { formatError } = require('internal/util/inspect/errors');
const { getFunctionBase } = require('internal/util/inspect/functions');
const { formatPrimitive, numberText } = require('internal/util/inspect/primitives');
const { formatProperty, kOfObject } = require('internal/util/inspect/property');
const { stylizeNoColor } = require('internal/util/inspect/style');

/** The parts of an object's text. */
class Shape {
  /** What stands before the brace. */
  base = '';
  open = '{';
  close = '}';
  /** (ctx, value, level) to the entries that come before the properties. */
  entries = undefined;
  /** Inherited properties that are shown. */
  extraKeys = undefined;
  /** Whether it is an array of some kind. */
  isArray = false;
  /** The size of the byte arrays' buffer is shown, not its contents. */
  isTypedArray = false;
  /** The whole text, when there is nothing in the object. */
  whole = undefined;

  constructor(keys) {
    this.keys = keys;
  }
}

// The names of the properties that are shown.
function getKeys(value, showHidden) {
  const symbols = ObjectGetOwnPropertySymbols(value);
  let keys;
  if (showHidden) {
    keys = ObjectGetOwnPropertyNames(value);
    if (symbols.length !== 0) ArrayPrototypePushApply(keys, symbols);
    return keys;
  }
  try {
    keys = ObjectKeys(value);
  } catch (error) {
    // The exports of a module that was not evaluated cannot be read.
    assert(types.isNativeError(error) && error.name === 'ReferenceError' && types.isModuleNamespaceObject(value));
    keys = ObjectGetOwnPropertyNames(value);
  }
  if (symbols.length !== 0) {
    ArrayPrototypePushApply(keys, ArrayPrototypeFilter(symbols, (symbol) => {
      return ObjectPrototypePropertyIsEnumerable(value, symbol);
    }));
  }
  return keys;
}

function nonIndexKeys(ctx, value) {
  return getOwnNonIndexProperties(value, ctx.showHidden ? ALL_PROPERTIES : ONLY_ENUMERABLE);
}

function arrayShape(ctx, value, constructor, tag, hasInherited) {
  const shape = new Shape(nonIndexKeys(ctx, value));
  const isOrdinary = constructor === 'Array' && tag === '';
  shape.open = isOrdinary ? '[' : `${getPrefix(constructor, tag, 'Array', `(${value.length})`)}[`;
  shape.close = ']';
  shape.isArray = true;
  shape.entries = collections.formatArray;
  if (value.length === 0 && shape.keys.length === 0 && !hasInherited) shape.whole = `${shape.open}]`;
  return shape;
}

function typedArrayShape(ctx, value, constructor, tag) {
  const shape = new Shape(nonIndexKeys(ctx, value));
  const type = TypedArrayPrototypeGetSymbolToStringTag(value);
  const size = TypedArrayPrototypeGetLength(value);
  shape.open = `${getPrefix(constructor, tag, constructor === null ? type : '', `(${size})`)}[`;
  shape.close = ']';
  shape.isArray = true;
  if (size === 0 && shape.keys.length === 0 && !ctx.showHidden) {
    shape.whole = `${shape.open}]`;
    return shape;
  }
  // Without a prototype it has no length: a view of the same contents has.
  const elements = constructor === null ? new primordials[type](value) : value;
  shape.entries = (ctx) => collections.formatTypedArray(ctx, elements);
  if (ctx.showHidden) {
    shape.extraKeys = ['BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer'];
    shape.isTypedArray = true;
  }
  return shape;
}

// Sets and maps.
function collectionShape(ctx, prefix, size, values, format, value, hasInherited) {
  const shape = new Shape(getKeys(value, ctx.showHidden));
  if (size === 0 && shape.keys.length === 0 && !hasInherited) shape.whole = `${prefix}{}`;
  shape.open = `${prefix}{`;
  shape.entries = (ctx, _, level) => format(ctx, values, level, size);
  return shape;
}

function iteratorShape(ctx, value, type, tag) {
  const shape = new Shape(getKeys(value, ctx.showHidden));
  const own = `${type} Iterator`;
  const shownTag = tag === own || tag === '' ? own : `${tag}] [${own}`;
  shape.open = `[${shownTag}] {`;
  shape.entries = (ctx, iterator, level) => {
    const { 0: entries, 1: arePairs } = previewEntries(iterator, true);
    if (!arePairs) return collections.formatIteratorValues(ctx, entries, level);
    const end = StringPrototypeLastIndexOf(shape.open, ' Iterator] {');
    shape.open = `${StringPrototypeSlice(shape.open, 0, end)} Entries] {`;
    return collections.formatIteratorEntries(ctx, entries, level);
  };
  return shape;
}

function iterableShape(ctx, value, constructor, tag, hasInherited) {
  if (ArrayIsArray(value)) return arrayShape(ctx, value, constructor, tag, hasInherited);
  if (types.isSet(value)) {
    const size = SetPrototypeGetSize(value);
    const values = constructor !== null ? value : SetPrototypeValues(value);
    const prefix = getPrefix(constructor, tag, 'Set', `(${size})`);
    return collectionShape(ctx, prefix, size, values, collections.formatSet, value, hasInherited);
  }
  if (types.isMap(value)) {
    const size = MapPrototypeGetSize(value);
    const values = constructor !== null ? value : MapPrototypeEntries(value);
    const prefix = getPrefix(constructor, tag, 'Map', `(${size})`);
    return collectionShape(ctx, prefix, size, values, collections.formatMap, value, hasInherited);
  }
  if (types.isTypedArray(value)) return typedArrayShape(ctx, value, constructor, tag);
  if (types.isMapIterator(value)) return iteratorShape(ctx, value, 'Map', tag);
  if (types.isSetIterator(value)) return iteratorShape(ctx, value, 'Set', tag);
  return undefined;
}

function boxedValue(value) {
  if (types.isNumberObject(value)) return NumberPrototypeValueOf(value);
  if (types.isStringObject(value)) return StringPrototypeValueOf(value);
  if (types.isBooleanObject(value)) return BooleanPrototypeValueOf(value);
  if (types.isBigIntObject(value)) return BigIntPrototypeValueOf(value);
  return SymbolPrototypeValueOf(value);
}

const boxNames = {
  __proto__: null,
  number: 'Number',
  string: 'String',
  boolean: 'Boolean',
  bigint: 'BigInt',
  symbol: 'Symbol',
};

// `[Number: 1]`
function getBoxedBase(ctx, value, keys, constructor, tag) {
  const primitive = boxedValue(value);
  const name = boxNames[typeof primitive];
  // The characters of a string are properties, too.
  if (typeof primitive === 'string') ArrayPrototypeSplice(keys, 0, primitive.length);
  let shown = name;
  if (name !== constructor) shown += constructor === null ? ' (null prototype)' : ` (${constructor})`;
  let base = `[${shown}: ${formatPrimitive(stylizeNoColor, primitive, ctx)}]`;
  if (tag !== '' && tag !== constructor) base += ` [${tag}]`;
  return keys.length !== 0 ? base : ctx.stylize(base, StringPrototypeToLowerCase(name));
}

function getRegExpBase(ctx, value, constructor, tag) {
  const text = RegExpPrototypeToString(constructor !== null ? value : new RegExp(value));
  const prefix = getPrefix(constructor, tag, 'RegExp');
  return ctx.stylize(prefix === 'RegExp ' ? text : `${prefix}${text}`, 'regexp');
}

function getDateBase(value, constructor, tag) {
  const isInvalid = NumberIsNaN(DatePrototypeGetTime(value));
  const text = isInvalid ? DatePrototypeToString(value) : DatePrototypeToISOString(value);
  const prefix = getPrefix(constructor, tag, 'Date');
  return prefix === 'Date ' ? text : `${prefix}${text}`;
}

// An object shown by a text before the brace: by that alone if there is nothing else.
function baseShape(keys, base, hasInherited, styled = base) {
  const shape = new Shape(keys);
  shape.base = base;
  if (keys.length === 0 && !hasInherited) shape.whole = styled;
  return shape;
}

function arrayBufferShape(ctx, value, keys, constructor, tag, isInTypedArray, hasInherited) {
  const shape = new Shape(keys);
  const type = types.isArrayBuffer(value) ? 'ArrayBuffer' : 'SharedArrayBuffer';
  const prefix = getPrefix(constructor, tag, type);
  shape.open = `${prefix}{`;
  shape.extraKeys = ['byteLength'];
  if (!isInTypedArray) {
    shape.entries = collections.formatArrayBuffer;
  } else if (keys.length === 0 && !hasInherited) {
    shape.whole = `${prefix}{ [byteLength]: ${ctx.stylize(numberText(value.byteLength, false), 'number')} }`;
  }
  return shape;
}

function formatNamespace(ctx, namespace, level, keys) {
  const output = [];
  for (let i = 0; i < keys.length; i++) {
    try {
      output[i] = formatProperty(ctx, namespace, level, keys[i], kOfObject);
    } catch (error) {
      assert(types.isNativeError(error) && error.name === 'ReferenceError');
      // Formats the key beside an empty string, and puts the words in its place.
      const text = formatProperty(ctx, { __proto__: null, [keys[i]]: '' }, level, keys[i], kOfObject);
      const end = StringPrototypeLastIndexOf(text, ' ') + 1;
      output[i] = `${StringPrototypeSlice(text, 0, end)}${ctx.stylize('<uninitialized>', 'special')}`;
    }
  }
  return output;
}

function namespaceShape(value, keys, constructor, tag) {
  const shape = new Shape([]);
  shape.open = `${getPrefix(constructor, tag, 'Module')}{`;
  shape.entries = (ctx, namespace, level) => formatNamespace(ctx, namespace, level, keys);
  return shape;
}

function openShape(keys, prefix, entries) {
  const shape = new Shape(keys);
  shape.open = `${prefix}{`;
  shape.entries = entries;
  return shape;
}

function isURL(value) {
  return typeof value.href === 'string' && value instanceof require('internal/url').URL;
}

function plainObjectShape(value, keys, constructor, tag, hasInherited) {
  const shape = new Shape(keys);
  if (types.isArgumentsObject(value)) shape.open = '[Arguments] {';
  else if (tag !== '') shape.open = `${getPrefix(constructor, tag, 'Object')}{`;
  if (keys.length === 0 && !hasInherited) shape.whole = `${shape.open}}`;
  return shape;
}

// Objects of the runtime and of users' classes.
function otherShape(ctx, value, keys, constructor, tag, hasInherited) {
  if (keys.length === 0 && !hasInherited && types.isExternal(value)) {
    const address = BigIntPrototypeToString(getExternalValue(value), 16);
    return baseShape(keys, ctx.stylize(`[External: ${address}]`, 'special'), hasInherited);
  }
  const shape = openShape(keys, getPlainPrefix(value, constructor, tag));
  if (keys.length === 0 && !hasInherited) shape.whole = `${shape.open}}`;
  return shape;
}

/**
 * @param {object} ctx
 * @param {object} value
 * @param {string | null} constructor its class
 * @param {string} tag
 * @param {boolean} isTooDeep whether only its kind will be shown
 * @param {boolean} isInTypedArray whether it is the buffer of a typed array that is being shown
 * @param {boolean} hasInherited whether properties of prototypes are shown, too
 * @returns {Shape}
 */
function shapeOf(ctx, value, constructor, tag, isTooDeep, isInTypedArray, hasInherited) {
  // An object without prototype has no iterator either, but may be an array.
  if (constructor === null || SymbolIterator in value) {
    const shape = iterableShape(ctx, value, constructor, tag, hasInherited);
    if (shape !== undefined) return shape;
  }
  const keys = getKeys(value, ctx.showHidden);
  if (typeof value === 'function') {
    const base = getFunctionBase(ctx, value, constructor, tag);
    return baseShape(keys, base, hasInherited, ctx.stylize(base, 'special'));
  }
  if (constructor === 'Object') return plainObjectShape(value, keys, constructor, tag, hasInherited);
  if (types.isRegExp(value)) {
    const shape = baseShape(keys, getRegExpBase(ctx, value, constructor, tag), hasInherited);
    if (isTooDeep) shape.whole = shape.base;
    return shape;
  }
  if (types.isDate(value)) {
    const base = getDateBase(value, constructor, tag);
    return baseShape(keys, base, hasInherited, ctx.stylize(base, 'date'));
  }
  if (isError(value)) {
    const base = formatError(ctx, value, constructor, tag, keys);
    return baseShape(keys, base, hasInherited);
  }
  if (types.isAnyArrayBuffer(value)) {
    return arrayBufferShape(ctx, value, keys, constructor, tag, isInTypedArray, hasInherited);
  }
  if (types.isDataView(value)) {
    const shape = openShape(keys, getPrefix(constructor, tag, 'DataView'));
    shape.extraKeys = ['byteLength', 'byteOffset', 'buffer'];
    return shape;
  }
  if (types.isPromise(value)) {
    return openShape(keys, getPrefix(constructor, tag, 'Promise'), collections.formatPromise);
  }
  if (types.isWeakSet(value)) {
    return openShape(keys, getPrefix(constructor, tag, 'WeakSet'),
                     ctx.showHidden ? collections.formatWeakSet : collections.formatWeakCollection);
  }
  if (types.isWeakMap(value)) {
    return openShape(keys, getPrefix(constructor, tag, 'WeakMap'),
                     ctx.showHidden ? collections.formatWeakMap : collections.formatWeakCollection);
  }
  if (types.isModuleNamespaceObject(value)) return namespaceShape(value, keys, constructor, tag);
  if (types.isBoxedPrimitive(value)) {
    const base = getBoxedBase(ctx, value, keys, constructor, tag);
    return baseShape(keys, base, hasInherited);
  }
  if (!isTooDeep && isURL(value)) return baseShape(keys, value.href, hasInherited);
  return otherShape(ctx, value, keys, constructor, tag, hasInherited);
}
