'use strict';

// From any value to its text: the recursion that the other files of this folder are the parts of.

const {
  ArrayPrototypeIndexOf,
  ArrayPrototypePop,
  ArrayPrototypePush,
  ArrayPrototypePushApply,
  ArrayPrototypeSlice,
  ArrayPrototypeSort,
  Boolean,
  FunctionPrototypeCall,
  FunctionPrototypeSymbolHasInstance,
  Object,
  ObjectGetOwnPropertyDescriptor,
  ObjectPrototypeHasOwnProperty,
  ObjectPrototypePropertyIsEnumerable,
  SafeMap,
  StringPrototypeRepeat,
  StringPrototypeReplaceAll,
  StringPrototypeSlice,
  SymbolToStringTag,
} = primordials;
const { getProxyDetails } = internalBinding('util');
const { customInspectSymbol } = require('internal/util');
const { isStackOverflowError } = require('internal/errors');

// Before the requires: the other files need it in turn.
module.exports = { formatValue };

const { getConstructorName, getPlainPrefix } = require('internal/util/inspect/class_name');
const { reduceToSingleString } = require('internal/util/inspect/layout');
const { getUserOptions } = require('internal/util/inspect/options');
const { formatPrimitive } = require('internal/util/inspect/primitives');
const { formatExtraProperty, formatProperty, kOfArray, kOfObject } = require('internal/util/inspect/property');
const { shapeOf } = require('internal/util/inspect/shapes');

/** When the text of one level gets this long, nothing deeper is shown. */
const maxLength = 2 ** 27;

function isTooDeep(ctx, level) {
  return level > ctx.depth && ctx.depth !== null;
}

function special(ctx, text) {
  return ctx.stylize(text, 'special');
}

function wrapInProxies(ctx, text, count) {
  for (let i = 0; i < count; i++) text = `${special(ctx, 'Proxy(')}${text}${special(ctx, ')')}`;
  return text;
}

// `showProxy`: the target and the handler.
function formatProxy(ctx, details, level) {
  if (details[0] === null) return special(ctx, '<Revoked Proxy>');
  if (isTooDeep(ctx, level)) return special(ctx, 'Proxy [Array]');
  ctx.indentationLvl += 2;
  const parts = [formatValue(ctx, details[0], level + 1), formatValue(ctx, details[1], level + 1)];
  ctx.indentationLvl -= 2;
  return reduceToSingleString(ctx, parts, '', 'Proxy [', ']', true, level + 1);
}

/**
 * Calls the object's own inspection method.
 * @param {object} ctx
 * @param {object} object without proxies around it
 * @param {object} receiver with its proxies
 * @param {number} level
 * @param {boolean} isProxy
 * @returns {string | undefined} undefined if it has none, or leaves the work to us
 */
function formatCustom(ctx, object, receiver, level, isProxy) {
  const custom = object[customInspectSymbol];
  if (typeof custom !== 'function') return undefined;
  const { inspect } = require('internal/util/inspect');
  // The function `inspect` has a property by this name for another purpose.
  if (custom === inspect) return undefined;
  // A prototype has the method for its instances.
  if (ObjectGetOwnPropertyDescriptor(object, 'constructor')?.value?.prototype === object) return undefined;
  const depth = ctx.depth === null ? null : ctx.depth - level;
  const isCrossContext = isProxy || !FunctionPrototypeSymbolHasInstance(Object, receiver);
  const result = FunctionPrototypeCall(custom, receiver, depth, getUserOptions(ctx, isCrossContext), inspect);
  if (result === receiver) return undefined;
  if (typeof result !== 'string') return formatValue(ctx, result, level);
  return StringPrototypeReplaceAll(result, '\n', `\n${StringPrototypeRepeat(' ', ctx.indentationLvl)}`);
}

// `[Circular *1]`; the object gets the number that it is shown with at its end.
function formatCircular(ctx, object) {
  ctx.circular ??= new SafeMap();
  let index = ctx.circular.get(object);
  if (index === undefined) {
    index = ctx.circular.size + 1;
    ctx.circular.set(object, index);
  }
  return special(ctx, `[Circular *${index}]`);
}

function tagOf(ctx, object) {
  let tag;
  try {
    tag = object[SymbolToStringTag];
  } catch {
    return '';
  }
  if (typeof tag !== 'string' || tag === '') return '';
  // It is no tag if it is shown as a property.
  const isShown = ctx.showHidden ? ObjectPrototypeHasOwnProperty : ObjectPrototypePropertyIsEnumerable;
  return isShown(object, SymbolToStringTag) ? '' : tag;
}

function formatExtra(ctx, object, level, key, isTypedArray) {
  try {
    return formatExtraProperty(ctx, object, level, key, isTypedArray);
  } catch {
    // The view of a buffer that is detached cannot be asked.
    return formatExtraProperty(ctx, { [key]: object.buffer[key] }, level, key, isTypedArray);
  }
}

function formatEntries(ctx, object, level, shape, isInTypedArray, inherited) {
  const { keys, extraKeys } = shape;
  const output = shape.entries === undefined ? [] : shape.entries(ctx, object, level);
  if (extraKeys !== undefined) {
    const isTypedArray = shape.isTypedArray || isInTypedArray;
    for (let i = 0; i < extraKeys.length; i++) {
      ArrayPrototypePush(output, formatExtra(ctx, object, level, extraKeys[i], isTypedArray));
    }
  }
  const kind = shape.isArray ? kOfArray : kOfObject;
  for (let i = 0; i < keys.length; i++) ArrayPrototypePush(output, formatProperty(ctx, object, level, keys[i], kind));
  if (inherited !== undefined) ArrayPrototypePushApply(output, inherited);
  return output;
}

// `sorted`: properties by name; the elements of arrays stay where they are.
function sortEntries(ctx, output, shape) {
  const compare = ctx.sorted === true ? undefined : ctx.sorted;
  if (!shape.isArray) {
    ArrayPrototypeSort(output, compare);
    return;
  }
  const first = output.length - shape.keys.length;
  const sorted = ArrayPrototypeSort(ArrayPrototypeSlice(output, first), compare);
  for (let i = 0; i < sorted.length; i++) output[first + i] = sorted[i];
}

function formatObject(ctx, object, level, isInTypedArray) {
  const tooDeep = isTooDeep(ctx, level);
  let inherited = ctx.showHidden && !tooDeep ? [] : undefined;
  const constructor = getConstructorName(object, ctx, level, inherited);
  if (inherited?.length === 0) inherited = undefined;
  const tag = tagOf(ctx, object);
  const shape = shapeOf(ctx, object, constructor, tag, tooDeep, isInTypedArray, inherited !== undefined);
  if (shape.whole !== undefined) return shape.whole;
  const name = () => StringPrototypeSlice(getPlainPrefix(object, constructor, tag), 0, -1);
  if (tooDeep) return special(ctx, constructor === null ? name() : `[${name()}]`);

  level += 1;
  ArrayPrototypePush(ctx.seen, object);
  ctx.currentDepth = level;
  const indentation = ctx.indentationLvl;
  let output;
  try {
    output = formatEntries(ctx, object, level, shape, isInTypedArray, inherited);
  } catch (error) {
    if (!isStackOverflowError(error)) throw error;
    ArrayPrototypePop(ctx.seen);
    ctx.indentationLvl = indentation;
    return special(ctx, `[${name()}: Inspection interrupted prematurely. Maximum call stack size exceeded.]`);
  }
  let { base, open } = shape;
  const index = ctx.circular?.get(object);
  if (index !== undefined) {
    const reference = special(ctx, `<ref *${index}>`);
    if (ctx.compact === true) open = `${reference} ${open}`;
    else base = base === '' ? reference : `${reference} ${base}`;
  }
  ArrayPrototypePop(ctx.seen);
  if (ctx.sorted) sortEntries(ctx, output, shape);

  const text = reduceToSingleString(ctx, output, base, open, shape.close, shape.isArray, level, object);
  const total = (ctx.budget[ctx.indentationLvl] || 0) + text.length;
  ctx.budget[ctx.indentationLvl] = total;
  if (total > maxLength) ctx.depth = -1;
  return text;
}

/**
 * The text of `value`. A caller that puts it after something sets `ctx.indentationLvl` first.
 * @param {object} ctx
 * @param {any} value
 * @param {number} [level] how many objects are around it
 * @param {boolean} [isInTypedArray]
 * @returns {string}
 */
function formatValue(ctx, value, level, isInTypedArray = false) {
  if (value === null) return ctx.stylize('null', 'null');
  // document.all says that it is undefined, but is an object.
  const isHtmlDDA = typeof value === 'undefined' && value !== undefined;
  if (typeof value !== 'object' && typeof value !== 'function' && !isHtmlDDA) {
    return formatPrimitive(ctx.stylize, value, ctx);
  }

  // Whatever is behind a proxy is looked at without calling its traps.
  let object = value;
  let proxies = 0;
  let details = getProxyDetails(value, Boolean(ctx.showProxy));
  if (details !== undefined) {
    if (ctx.showProxy) return formatProxy(ctx, details, level);
    for (; details !== undefined; details = getProxyDetails(object, false)) {
      if (details === null) return wrapInProxies(ctx, special(ctx, '<Revoked Proxy>'), proxies);
      object = details;
      proxies++;
    }
  }
  if (ctx.customInspect) {
    const custom = formatCustom(ctx, object, value, level, proxies !== 0);
    if (custom !== undefined) return custom;
  }
  if (ArrayPrototypeIndexOf(ctx.seen, object) !== -1) return formatCircular(ctx, object);
  return wrapInProxies(ctx, formatObject(ctx, object, level, isInTypedArray), proxies);
}
