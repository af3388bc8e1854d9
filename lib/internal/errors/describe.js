'use strict';

// Words for values and lists inside of error messages.

const {
  ArrayPrototypeJoin,
  ArrayPrototypeSlice,
  JSONStringify,
  ObjectIs,
  String,
  StringPrototypeIncludes,
  StringPrototypeSlice,
} = primordials;

/** `inspect`, loaded at first use: inspecting needs errors as errors need inspecting. */
function inspect(value, options) {
  return require('internal/util/inspect').inspect(value, options);
}

/** Inspects `value`, without its custom inspection if that throws. */
function inspectWithNoCustomRetry(value, options) {
  try {
    return inspect(value, options);
  } catch {
    return inspect(value, { ...options, customInspect: false });
  }
}

/**
 * What was received, for a message about a wrong type: `type number (1)`, `an instance of Date`.
 * @param {any} value
 * @returns {string}
 */
function determineSpecificType(value) {
  switch (typeof value) {
    case 'undefined':
      return 'undefined';
    case 'number':
      return `type number (${ObjectIs(value, -0) ? '-0' : value})`;
    case 'bigint':
      return `type bigint (${value}n)`;
    case 'boolean':
    case 'symbol':
      return `type ${typeof value} (${String(value)})`;
    case 'function':
      return `function ${value.name}`;
    case 'string': {
      const text = value.length > 28 ? `${StringPrototypeSlice(value, 0, 25)}...` : value;
      return `type string (${StringPrototypeIncludes(text, "'") ? JSONStringify(text) : `'${text}'`})`;
    }
  }
  if (value === null) return 'null';
  const name = value.constructor?.name;
  return typeof name === 'string' && name !== '' ? `an instance of ${name}` : inspect(value, { depth: -1 });
}

/**
 * `A`, `A and B`, `A, B, and C`.
 * @param {string[]} list
 * @param {string} [conjunction]
 * @returns {string}
 */
function formatList(list, conjunction = 'and') {
  const { length } = list;
  if (length === 0) return '';
  const last = list[length - 1];
  if (length === 1) return `${last}`;
  if (length === 2) return `${list[0]} ${conjunction} ${last}`;
  return `${ArrayPrototypeJoin(ArrayPrototypeSlice(list, 0, -1), ', ')}, ${conjunction} ${last}`;
}

/** Groups the digits of a whole number in threes: `-1_000_000`. */
function addNumericalSeparator(digits) {
  const first = digits[0] === '-' ? 1 : 0;
  let grouped = '';
  let end = digits.length;
  while (end > first + 3) {
    grouped = `_${StringPrototypeSlice(digits, end - 3, end)}${grouped}`;
    end -= 3;
  }
  return `${StringPrototypeSlice(digits, 0, end)}${grouped}`;
}

module.exports = { addNumericalSeparator, determineSpecificType, formatList, inspect, inspectWithNoCustomRetry };
