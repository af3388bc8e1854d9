'use strict';

// The shortest way from one list of lines to another (E. W. Myers, "An O(ND) Difference Algorithm and Its
// Variations", 1986), and how it is shown.

const {
  ArrayPrototypePush,
  Int32Array,
  StringPrototypeEndsWith,
  StringPrototypeTrimEnd,
} = primordials;
const { codes: { ERR_OUT_OF_RANGE } } = require('internal/errors');
const colors = require('internal/util/colors');

const kDelete = -1;
const kKeep = 0;
const kInsert = 1;

/** Equal lines in a row of which no more than this are shown. */
const keptInARow = 5;

function areEqual(a, b, ignoreComma) {
  return a === b || (ignoreComma && (`${a},` === b || a === `${b},`));
}

// The furthest points on the diagonals with numbers -max to max: x by number + max.
function isDown(furthest, diagonal, steps, max) {
  const at = diagonal + max;
  return diagonal === -steps || (diagonal !== steps && furthest[at - 1] < furthest[at + 1]);
}

/**
 * What has to be done to `expected` to get `actual`, from the end to the start.
 * @param {string | string[]} actual
 * @param {string | string[]} expected
 * @param {boolean} [ignoreComma] whether lines are equal that differ in a comma at their end
 * @returns {[operation: number, value: string][]} operations: 1 insert, 0 keep, -1 delete
 */
function myersDiff(actual, expected, ignoreComma = false) {
  const max = actual.length + expected.length;
  if (max > 2 ** 31 - 1) throw new ERR_OUT_OF_RANGE('myersDiff input size', '< 2^31', max);
  const furthest = new Int32Array(2 * max + 1);
  const trace = [];
  for (let steps = 0; steps <= max; steps++) {
    ArrayPrototypePush(trace, new Int32Array(furthest));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const at = diagonal + max;
      let x = isDown(furthest, diagonal, steps, max) ? furthest[at + 1] : furthest[at - 1] + 1;
      while (x < actual.length && x - diagonal < expected.length &&
             areEqual(actual[x], expected[x - diagonal], ignoreComma)) {
        x++;
      }
      furthest[at] = x;
      if (x >= actual.length && x - diagonal >= expected.length) return walkBack(trace, actual, expected, ignoreComma);
    }
  }
  return [];
}

function walkBack(trace, actual, expected, ignoreComma) {
  const max = actual.length + expected.length;
  const result = [];
  let x = actual.length;
  let y = expected.length;
  for (let steps = trace.length - 1; steps >= 0; steps--) {
    const furthest = trace[steps];
    const diagonal = x - y;
    const before = isDown(furthest, diagonal, steps, max) ? diagonal + 1 : diagonal - 1;
    const xBefore = furthest[before + max];
    const yBefore = xBefore - before;
    while (x > xBefore && y > yBefore) {
      x--;
      y--;
      // Of two lines that differ in a comma, the one that has it.
      const takeExpected = ignoreComma && !StringPrototypeEndsWith(actual[x], ',');
      ArrayPrototypePush(result, [kKeep, takeExpected ? expected[y] : actual[x]]);
    }
    if (steps === 0) break;
    if (x > xBefore) ArrayPrototypePush(result, [kInsert, actual[--x]]);
    else ArrayPrototypePush(result, [kDelete, expected[--y]]);
  }
  return result;
}

/** A diff of characters, in colours. */
function printSimpleMyersDiff(diff) {
  let text = '\n';
  for (let i = diff.length - 1; i >= 0; i--) {
    const { 0: operation, 1: value } = diff[i];
    const color = operation === kInsert ? colors.green : operation === kDelete ? colors.red : colors.white;
    text += `${color}${value}${colors.white}`;
  }
  return text;
}

function changedLine(operation, value, operator) {
  if (operation === kDelete) return `${colors.red}-${colors.white} ${value}\n`;
  if (operator !== 'partialDeepStrictEqual') return `${colors.green}+${colors.white} ${value}\n`;
  // What the actual value has beside the expected one is no fault.
  return `${colors.gray}${colors.hasColors ? ' ' : '+'} ${value}${colors.white}\n`;
}

function keptLine(value) {
  return `${colors.white}  ${value}\n`;
}

/**
 * A diff of lines; long stretches without changes are left out.
 * @param {[number, string][]} diff
 * @param {string} operator of the assertion
 * @returns {{ message: string, skipped: boolean }}
 */
function printMyersDiff(diff, operator) {
  let text = '';
  let skipped = false;
  let kept = 0;
  for (let i = diff.length - 1; i >= 0; i--) {
    const { 0: operation, 1: value } = diff[i];
    if (operation === kKeep) {
      if (kept < keptInARow) text += keptLine(value);
      kept++;
      continue;
    }
    // The last lines before a change are shown; dots take the room of two lines at least.
    const hidden = kept - keptInARow;
    if (hidden > 2) {
      text += `${colors.blue}...${colors.white}\n`;
      skipped = true;
    }
    if (hidden === 2) text += keptLine(diff[i + 2][1]);
    if (hidden > 0) text += keptLine(diff[i + 1][1]);
    kept = 0;
    text += changedLine(operation, value, operator);
  }
  return { message: `\n${StringPrototypeTrimEnd(text)}`, skipped };
}

module.exports = { myersDiff, printMyersDiff, printSimpleMyersDiff };
