'use strict';

// `util.format`: texts with placeholders, as in printf.

const {
  JSONStringify,
  Number,
  NumberParseFloat,
  NumberParseInt,
  ObjectGetOwnPropertyDescriptor,
  ObjectGetPrototypeOf,
  ObjectPrototypeHasOwnProperty,
  String,
  StringPrototypeCharCodeAt,
  StringPrototypeSlice,
  StringPrototypeSplit,
  SymbolToPrimitive,
} = primordials;
const { getProxyDetails } = internalBinding('util');
const { kValidateObjectAllowArray, validateObject } = require('internal/validators');
const { inspect, inspectDefaultOptions } = require('internal/util/inspect');
const { builtInObjects } = require('internal/util/inspect/class_name');
const { bigintText, numberText } = require('internal/util/inspect/primitives');

const percent = 37;

/** Whether converting an object to a string calls no code of the user's. */
function hasBuiltInToString(value) {
  const target = getProxyDetails(value, false);
  if (target !== undefined) return target === null || hasBuiltInToString(target);

  const hasToString = typeof value.toString === 'function';
  const hasToPrimitive = typeof value[SymbolToPrimitive] === 'function';
  if (!hasToString && !hasToPrimitive) return true;
  const has = (object) => {
    return (hasToString && ObjectPrototypeHasOwnProperty(object, 'toString')) ||
      (hasToPrimitive && ObjectPrototypeHasOwnProperty(object, SymbolToPrimitive));
  };
  if (has(value)) return false;
  // Inherited: the class that has the method tells whose it is.
  let owner = value;
  do {
    owner = ObjectGetPrototypeOf(owner);
  } while (!has(owner));
  const constructor = ObjectGetOwnPropertyDescriptor(owner, 'constructor')?.value;
  return typeof constructor === 'function' && builtInObjects.has(constructor.name);
}

function firstLine(error) {
  return StringPrototypeSplit(error.message, '\n', 1)[0];
}

let circularMessage;

// How V8 says that JSON cannot have cycles.
function getCircularMessage() {
  if (circularMessage === undefined) {
    const cycle = {};
    cycle.cycle = cycle;
    try {
      JSONStringify(cycle);
    } catch (error) {
      circularMessage = firstLine(error);
    }
  }
  return circularMessage;
}

function toJson(value) {
  try {
    return JSONStringify(value);
  } catch (error) {
    if (error.name === 'TypeError' && firstLine(error) === getCircularMessage()) return '[Circular]';
    throw error;
  }
}

function separatorOption(options) {
  return options?.numericSeparator ?? inspectDefaultOptions.numericSeparator;
}

// `convert` makes a number of anything but a bigint or a symbol.
function toNumber(value, convert, options, keepsBigInt) {
  if (typeof value === 'symbol') return 'NaN';
  if (keepsBigInt && typeof value === 'bigint') return bigintText(value, separatorOption(options));
  return numberText(convert(value), separatorOption(options));
}

function toText(value, options) {
  if (typeof value === 'number') return numberText(value, separatorOption(options));
  if (typeof value === 'bigint') return bigintText(value, separatorOption(options));
  if (typeof value === 'object' && value !== null && hasBuiltInToString(value)) {
    return inspect(value, { ...options, compact: 3, colors: false, depth: 0 });
  }
  return String(value);
}

/** The text for a placeholder, undefined if its letter is none. */
function fill(letter, value, options) {
  switch (letter) {
    case 's':
      return toText(value, options);
    case 'j':
      // JSON has no text for functions and undefined.
      return `${toJson(value)}`;
    case 'd':
      return toNumber(value, Number, options, true);
    case 'i':
      return toNumber(value, NumberParseInt, options, true);
    case 'f':
      return toNumber(value, NumberParseFloat, options, false);
    case 'O':
      return inspect(value, options);
    case 'o':
      return inspect(value, { ...options, showHidden: true, showProxy: true, depth: 4 });
    case 'c':
      // CSS, for browsers.
      return '';
    default:
      return undefined;
  }
}

function formatAll(options, args) {
  let next = 0;
  let text = '';
  const first = args[0];
  if (typeof first === 'string') {
    if (args.length === 1) return first;
    next = 1;
    let done = 0;
    for (let i = 0; i + 1 < first.length; i++) {
      if (StringPrototypeCharCodeAt(first, i) !== percent) continue;
      const letter = first[++i];
      let filled;
      if (letter === '%') {
        // The first of the two stays.
        filled = '%';
      } else if (next < args.length) {
        filled = fill(letter, args[next], options);
        if (filled === undefined) continue;
        next++;
      } else {
        continue;
      }
      text += `${StringPrototypeSlice(first, done, i - 1)}${filled}`;
      done = i + 1;
    }
    text += StringPrototypeSlice(first, done);
  }
  for (; next < args.length; next++) {
    const value = args[next];
    if (next > 0) text += ' ';
    text += typeof value === 'string' ? value : inspect(value, options);
  }
  return text;
}

/**
 * `util.format`.
 * @param {...any} args a format and values for it; what is left is added with spaces between
 * @returns {string}
 */
function format(...args) {
  return formatAll(undefined, args);
}

/** `util.formatWithOptions`: as format, with options for inspect. */
function formatWithOptions(inspectOptions, ...args) {
  validateObject(inspectOptions, 'inspectOptions', kValidateObjectAllowArray);
  return formatAll(inspectOptions, args);
}

module.exports = { format, formatWithOptions };
