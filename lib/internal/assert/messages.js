'use strict';

// What an AssertionError says when the caller of the assertion did not.

const {
  ArrayPrototypeJoin,
  ArrayPrototypeSlice,
  StringPrototypeRepeat,
  StringPrototypeSlice,
  StringPrototypeSplit,
} = primordials;
const { myersDiff, printMyersDiff, printSimpleMyersDiff } = require('internal/assert/myers_diff');
const colors = require('internal/util/colors');
const { inspect } = require('internal/util/inspect');

const titles = {
  __proto__: null,
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  partialDeepStrictEqual: 'Expected values to be partially and strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
  notIdentical: 'Values have same structure but are not reference-equal:',
};

/** Two values of together no more characters than this are shown as `a !== b`. */
const maxShortLength = 12;
/** Characters of a value beside another. */
const maxLongLength = 512;
/** Lines of a value that stands alone. */
const maxLines = 50;

function inspectValue(value) {
  // Whatever the defaults are changed to, the message shows what was compared.
  return inspect(value, {
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Infinity,
    showHidden: false,
    showProxy: false,
    sorted: true,
    getters: true,
  });
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

// Points at the first character that differs, if it is not seen at once.
function indicator(actual, expected) {
  const columns = process.stderr.isTTY ? process.stderr.columns : 80;
  if (actual.length + expected.length > columns) return '';
  let i = 0;
  while (i < actual.length && actual[i] === expected[i]) i++;
  // The quote is the first of three.
  return i >= 3 && i < actual.length ? `\n${StringPrototypeRepeat(' ', i + 2)}^` : '';
}

// Two values of one line each.
function simpleDiff(actual, shownActual, expected, shownExpected) {
  const areStrings = typeof actual === 'string' && typeof expected === 'string';
  let length = shownActual.length + shownExpected.length;
  // Quotes do not count.
  if (typeof actual === 'string') length -= 2;
  if (typeof expected === 'string') length -= 2;
  if (length <= maxShortLength && (actual !== 0 || expected !== 0)) {
    return { text: `${shownActual} !== ${shownExpected}`, header: '' };
  }
  if (areStrings && colors.hasColors) {
    const diff = myersDiff(StringPrototypeSplit(shownActual, ''), StringPrototypeSplit(shownExpected, ''));
    return {
      text: printSimpleMyersDiff(diff),
      header: `${colors.green}actual${colors.white} ${colors.red}expected${colors.white}`,
    };
  }
  const mark = areStrings ? indicator(shownActual, shownExpected) : '';
  const text = `\n${colors.green}+${colors.white} ${shownActual}` +
    `\n${colors.red}- ${colors.white}${shownExpected}${mark}`;
  return { text, header: undefined };
}

function identicalValue(lines, diffType) {
  const isCut = lines.length > maxLines && diffType !== 'full';
  const shown = isCut ? `${ArrayPrototypeJoin(ArrayPrototypeSlice(lines, 0, maxLines), '\n')}\n...}` :
    ArrayPrototypeJoin(lines, '\n');
  return { text: shown, skipped: isCut };
}

function titleOf(operator, actual, expected) {
  const areObjects = (isObject(actual) && isObject(expected)) ||
    (typeof actual === 'function' && typeof expected === 'function');
  return operator === 'strictEqual' && areObjects ? titles.strictEqualObject : titles[operator];
}

function diffHeader(operator) {
  if (operator !== 'partialDeepStrictEqual') {
    return `${colors.green}+ actual${colors.white} ${colors.red}- expected${colors.white}`;
  }
  const plus = colors.hasColors ? '' : '+ ';
  return `${colors.gray}${plus}actual${colors.white} ${colors.red}- expected${colors.white}`;
}

/**
 * The message of assertions of equality: the difference under a title.
 * @param {any} actual
 * @param {any} expected
 * @param {string} operator
 * @param {string} [title] the caller's own
 * @param {'simple' | 'full'} diffType
 * @returns {string}
 */
function equalityMessage(actual, expected, operator, title, diffType) {
  const shownActual = inspectValue(actual);
  const shownExpected = inspectValue(expected);
  const actualLines = StringPrototypeSplit(shownActual, '\n');
  const expectedLines = StringPrototypeSplit(shownExpected, '\n');
  const fitsOneLine = actualLines.length === 1 && expectedLines.length === 1;

  let head = titleOf(operator, actual, expected);
  let header = `${colors.green}+ actual${colors.white} ${colors.red}- expected${colors.white}`;
  let text;
  let skipped = false;
  if (fitsOneLine && !(isObject(actual) && isObject(expected))) {
    const diff = simpleDiff(actual, shownActual, expected, shownExpected);
    text = diff.text;
    header = diff.header ?? header;
  } else if (shownActual === shownExpected) {
    head = titles.notIdentical;
    header = '';
    ({ text, skipped } = identicalValue(actualLines, diffType));
  } else {
    const ignoreComma = actual != null && typeof actual === 'object';
    const diff = printMyersDiff(myersDiff(actualLines, expectedLines, ignoreComma), operator);
    text = diff.message;
    skipped = diff.skipped;
    header = diffHeader(operator);
  }
  return `${title || head}\n${header}${skipped ? '\n... Skipped lines' : ''}\n${text}\n`;
}

// notStrictEqual and notDeepStrictEqual: both values are the same, so one is shown.
function inequalityMessage(actual, operator, diffType) {
  const isReference = operator === 'notStrictEqual' && (isObject(actual) || typeof actual === 'function');
  const title = isReference ? titles.notStrictEqualObject : titles[operator];
  const lines = StringPrototypeSplit(inspectValue(actual), '\n');
  if (lines.length > maxLines && diffType !== 'full') {
    lines[46] = `${colors.blue}...${colors.white}`;
    lines.length = 47;
  }
  if (lines.length === 1) return `${title}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}`;
  return `${title}\n\n${ArrayPrototypeJoin(lines, '\n')}\n`;
}

function cut(text, length, diffType) {
  return text.length > length && diffType !== 'full' ? `${StringPrototypeSlice(text, 0, length - 3)}...` : text;
}

// Of all other operators: one value, the operator in words or as it is, the other value.
function plainMessage(actual, expected, operator, diffType) {
  const shownActual = inspectValue(actual);
  const shownExpected = inspectValue(expected);
  if (operator === 'notDeepEqual' && shownActual === shownExpected) {
    return cut(`${titles.notDeepEqual}\n\n${shownActual}`, 1024, diffType);
  }
  const first = cut(shownActual, maxLongLength, diffType);
  const second = cut(shownExpected, maxLongLength, diffType);
  if (operator === 'deepEqual') return `${titles.deepEqual}\n\n${first}\n\nshould loosely deep-equal\n\n${second}`;
  if (operator === 'notDeepEqual') {
    return `${titles.notDeepEqualUnequal}\n\n${first}\n\nshould not loosely deep-equal\n\n${second}`;
  }
  return `${first} ${operator} ${second}`;
}

/** Whether the difference is shown even under a message of the caller's. */
function isEquality(operator) {
  return operator === 'deepStrictEqual' || operator === 'strictEqual' || operator === 'partialDeepStrictEqual';
}

/** The message where the caller gave none. */
function generateMessage(actual, expected, operator, diffType) {
  if (isEquality(operator)) return equalityMessage(actual, expected, operator, undefined, diffType);
  if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') {
    return inequalityMessage(actual, operator, diffType);
  }
  return plainMessage(actual, expected, operator, diffType);
}

module.exports = { equalityMessage, generateMessage, isEquality };
