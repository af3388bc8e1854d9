'use strict';

// The contents of arrays, buffers, collections, iterators and promises: each function returns the list of
// formatted entries.

const {
  Array,
  ArrayPrototypePush,
  ArrayPrototypeSort,
  MathMax,
  MathMin,
  NumberPrototypeToString,
  ObjectGetOwnPropertyDescriptor,
  ObjectKeys,
  RegExpPrototypeExec,
  StringPrototypePadStart,
  Uint8Array,
} = primordials;
const {
  constants: { kPending, kRejected },
  getPromiseDetails,
  previewEntries,
} = internalBinding('util');

// Before the requires: value.js needs it in turn.
module.exports = {
  formatArray,
  formatArrayBuffer,
  formatIteratorEntries,
  formatIteratorValues,
  formatMap,
  formatPromise,
  formatSet,
  formatTypedArray,
  formatWeakCollection,
  formatWeakMap,
  formatWeakSet,
};

const { reduceToSingleString } = require('internal/util/inspect/layout');
const { formatPrimitive } = require('internal/util/inspect/primitives');
const { formatProperty, kElement } = require('internal/util/inspect/property');
const { formatValue } = require('internal/util/inspect/value');

const index = /^(0|[1-9][0-9]*)$/;
/** The greatest index of an array. */
const maxIndex = 2 ** 32 - 2;

/** How many of `length` entries are shown. */
function shownOf(ctx, length) {
  return MathMin(MathMax(0, ctx.maxArrayLength), length);
}

function addRest(output, rest) {
  if (rest > 0) ArrayPrototypePush(output, `... ${rest} more item${rest > 1 ? 's' : ''}`);
  return output;
}

function emptyItems(ctx, count) {
  return ctx.stylize(`<${count} empty item${count > 1 ? 's' : ''}>`, 'undefined');
}

// An array with holes, the first one at `start`.
function formatSparseArray(ctx, array, level, limit, output, start) {
  const keys = ObjectKeys(array);
  let next = start;
  for (let i = start; i < keys.length && output.length < limit; i++) {
    const key = keys[i];
    if (`${next}` !== key) {
      if (RegExpPrototypeExec(index, key) === null || +key > maxIndex) break;
      ArrayPrototypePush(output, emptyItems(ctx, +key - next));
      next = +key;
      if (output.length === limit) break;
    }
    ArrayPrototypePush(output, formatProperty(ctx, array, level, key, kElement));
    next++;
  }
  const rest = array.length - next;
  if (output.length === limit) return addRest(output, rest);
  if (rest > 0) ArrayPrototypePush(output, emptyItems(ctx, rest));
  return output;
}

function formatArray(ctx, array, level) {
  const shown = shownOf(ctx, array.length);
  const output = [];
  for (let i = 0; i < shown; i++) {
    const descriptor = ObjectGetOwnPropertyDescriptor(array, i);
    if (descriptor === undefined) return formatSparseArray(ctx, array, level, shown, output, i);
    ArrayPrototypePush(output, formatProperty(ctx, array, level, i, kElement, descriptor));
  }
  return addRest(output, array.length - shown);
}

function formatTypedArray(ctx, array) {
  const shown = shownOf(ctx, array.length);
  const output = new Array(shown);
  for (let i = 0; i < shown; i++) output[i] = formatPrimitive(ctx.stylize, array[i], ctx);
  return addRest(output, array.length - shown);
}

function formatArrayBuffer(ctx, buffer) {
  let bytes;
  try {
    bytes = new Uint8Array(buffer);
  } catch {
    return [ctx.stylize('(detached)', 'special')];
  }
  const shown = shownOf(ctx, bytes.length);
  let text = '';
  for (let i = 0; i < shown; i++) {
    const digits = StringPrototypePadStart(NumberPrototypeToString(bytes[i], 16), 2, '0');
    text += i === 0 ? digits : ` ${digits}`;
  }
  const rest = bytes.length - ctx.maxArrayLength;
  if (rest > 0) text += ` ... ${rest} more byte${rest > 1 ? 's' : ''}`;
  return [`${ctx.stylize('[Uint8Contents]', 'special')}: <${text}>`];
}

function formatSet(ctx, set, level, size) {
  const shown = shownOf(ctx, size);
  const output = [];
  ctx.indentationLvl += 2;
  for (const value of set) {
    if (output.length >= shown) break;
    ArrayPrototypePush(output, formatValue(ctx, value, level));
  }
  ctx.indentationLvl -= 2;
  return addRest(output, size - shown);
}

function formatMap(ctx, map, level, size) {
  const shown = shownOf(ctx, size);
  const output = [];
  ctx.indentationLvl += 2;
  for (const { 0: key, 1: value } of map) {
    if (output.length >= shown) break;
    ArrayPrototypePush(output, `${formatValue(ctx, key, level)} => ${formatValue(ctx, value, level)}`);
  }
  ctx.indentationLvl -= 2;
  return addRest(output, size - shown);
}

function formatList(ctx, list, level) {
  const shown = shownOf(ctx, list.length);
  const output = new Array(shown);
  ctx.indentationLvl += 2;
  for (let i = 0; i < shown; i++) output[i] = formatValue(ctx, list[i], level);
  ctx.indentationLvl -= 2;
  return output;
}

// `list` has keys and values in turn.
function formatPairs(ctx, list, level, join) {
  const shown = shownOf(ctx, list.length / 2);
  const output = new Array(shown);
  ctx.indentationLvl += 2;
  for (let i = 0; i < shown; i++) {
    output[i] = join(formatValue(ctx, list[i * 2], level), formatValue(ctx, list[i * 2 + 1], level));
  }
  ctx.indentationLvl -= 2;
  return output;
}

function formatIteratorValues(ctx, entries, level) {
  const output = formatList(ctx, entries, level);
  return addRest(output, entries.length - output.length);
}

function formatIteratorEntries(ctx, entries, level) {
  const output = formatPairs(ctx, entries, level, (key, value) => {
    return reduceToSingleString(ctx, [key, value], '', '[', ']', true, level);
  });
  return addRest(output, entries.length / 2 - output.length);
}

// Weak collections have no order: sorted, the output is at least the same each time.
function sortUnlessSorted(ctx, output) {
  if (!ctx.sorted) ArrayPrototypeSort(output);
}

function formatWeakCollection(ctx) {
  return [ctx.stylize('<items unknown>', 'special')];
}

function formatWeakSet(ctx, set, level) {
  const entries = previewEntries(set);
  const output = formatList(ctx, entries, level);
  sortUnlessSorted(ctx, output);
  return addRest(output, entries.length - output.length);
}

function formatWeakMap(ctx, map, level) {
  const entries = previewEntries(map);
  const output = formatPairs(ctx, entries, level, (key, value) => `${key} => ${value}`);
  sortUnlessSorted(ctx, output);
  return addRest(output, entries.length / 2 - output.length);
}

function formatPromise(ctx, promise, level) {
  const { 0: state, 1: result } = getPromiseDetails(promise);
  if (state === kPending) return [ctx.stylize('<pending>', 'special')];
  ctx.indentationLvl += 2;
  const text = formatValue(ctx, result, level);
  ctx.indentationLvl -= 2;
  return [state === kRejected ? `${ctx.stylize('<rejected>', 'special')} ${text}` : text];
}
