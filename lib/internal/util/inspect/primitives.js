'use strict';

// Numbers, strings and the other values that are no objects.

const {
  ArrayPrototypeJoin,
  ArrayPrototypeMap,
  NumberIsFinite,
  NumberIsInteger,
  ObjectIs,
  RegExpPrototypeSymbolSplit,
  StringPrototypeIncludes,
  StringPrototypeIndexOf,
  StringPrototypeRepeat,
  StringPrototypeSlice,
  SymbolPrototypeToString,
} = primordials;
const { addNumericalSeparator } = require('internal/errors/describe');
const { quote } = require('internal/util/inspect/strings');

/** Strings up to this length are never broken into lines. */
const shortString = 16;
const afterNewline = /(?<=\n)/;

// Groups from the left, for the digits after the point.
function separateFraction(digits) {
  let grouped = '';
  let i = 0;
  for (; i + 3 < digits.length; i += 3) grouped += `${StringPrototypeSlice(digits, i, i + 3)}_`;
  return `${grouped}${StringPrototypeSlice(digits, i)}`;
}

function separate(number) {
  const text = `${number}`;
  if (!NumberIsFinite(number) || StringPrototypeIncludes(text, 'e')) return text;
  if (NumberIsInteger(number)) return addNumericalSeparator(text);
  const point = StringPrototypeIndexOf(text, '.');
  const whole = addNumericalSeparator(StringPrototypeSlice(text, 0, point));
  return `${whole}.${separateFraction(StringPrototypeSlice(text, point + 1))}`;
}

function numberText(number, numericSeparator) {
  if (ObjectIs(number, -0)) return '-0';
  return numericSeparator ? separate(number) : `${number}`;
}

function bigintText(bigint, numericSeparator) {
  return numericSeparator ? `${addNumericalSeparator(`${bigint}`)}n` : `${bigint}n`;
}

function formatString(stylize, value, ctx) {
  let trailer = '';
  if (value.length > ctx.maxStringLength) {
    const rest = value.length - ctx.maxStringLength;
    value = StringPrototypeSlice(value, 0, ctx.maxStringLength);
    trailer = `... ${rest} more character${rest > 1 ? 's' : ''}`;
  }
  const isLong = ctx.compact !== true && value.length > shortString &&
    value.length > ctx.breakLength - ctx.indentationLvl - 4;
  if (!isLong || !StringPrototypeIncludes(value, '\n')) return `${stylize(quote(value), 'string')}${trailer}`;
  const lines = ArrayPrototypeMap(RegExpPrototypeSymbolSplit(afterNewline, value),
                                  (line) => stylize(quote(line), 'string'));
  const indentation = StringPrototypeRepeat(' ', ctx.indentationLvl + 2);
  return `${ArrayPrototypeJoin(lines, ` +\n${indentation}`)}${trailer}`;
}

/**
 * @param {(text: string, kind: string) => string} stylize
 * @param {any} value no object
 * @param {object} ctx
 * @returns {string}
 */
function formatPrimitive(stylize, value, ctx) {
  switch (typeof value) {
    case 'string':
      return formatString(stylize, value, ctx);
    case 'number':
      return stylize(numberText(value, ctx.numericSeparator), 'number');
    case 'bigint':
      return stylize(bigintText(value, ctx.numericSeparator), 'bigint');
    case 'symbol':
      return stylize(SymbolPrototypeToString(value), 'symbol');
    default:
      return stylize(`${value}`, typeof value);
  }
}

module.exports = { bigintText, formatPrimitive, numberText };
