'use strict';

// `util.diff`

const { ArrayIsArray, ArrayPrototypeReverse } = primordials;
const { myersDiff } = require('internal/assert/myers_diff');
const { validateString, validateStringArray } = require('internal/validators');

function validateInput(value, name) {
  if (ArrayIsArray(value)) validateStringArray(value, name);
  else validateString(value, name);
}

/**
 * @param {string | string[]} actual
 * @param {string | string[]} expected
 * @returns {[operation: number, value: string][]} 1: only in actual, 0: in both, -1: only in expected
 */
function diff(actual, expected) {
  if (actual === expected) return [];
  validateInput(actual, 'actual');
  validateInput(expected, 'expected');
  return ArrayPrototypeReverse(myersDiff(actual, expected));
}

module.exports = { diff };
