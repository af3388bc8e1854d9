'use strict';

// The source code at the place where an error was made.

const { StringPrototypeSlice } = primordials;
const { getErrorSourcePositions } = internalBinding('errors');

const accessTokens = { '__proto__': null, '.': true, '?.': true, '[': true, ']': true };
const memberTokens = { __proto__: null, name: true, string: true, num: true };

/**
 * The expression in a line of code that is evaluated at a column: from the start of the member expression that is
 * called there (`assert.ok` for `ok`) to the end of the call, or of the line if that does not end there.
 * @param {string} line
 * @param {number} column
 * @returns {string}
 */
function expressionAt(line, column) {
  const { tokenizer } = require('internal/deps/acorn/dist/acorn');
  let start;
  let last;
  let depth = 0;
  try {
    for (const token of tokenizer(line, { ecmaVersion: 'latest' })) {
      const { label } = token.type;
      if (token.start < column) {
        if (label === ';') {
          start = undefined;
          continue;
        }
        if (accessTokens[label] && last?.type.label === 'name') start ??= last.start;
        else if (!accessTokens[label] && !memberTokens[label]) start = undefined;
        last = token;
      } else if (label === '(') {
        depth++;
      } else if (label === ')') {
        depth--;
        if (depth === 0) return StringPrototypeSlice(line, start ?? column, token.end);
      } else if (label === ';') {
        return StringPrototypeSlice(line, start ?? column, token.start);
      }
    }
  } catch {
    // A text or a comment goes on in the next line.
  }
  return StringPrototypeSlice(line, start ?? column);
}

/**
 * @param {object} error whose stack was not read yet
 * @returns {string | undefined}
 */
function getErrorSourceExpression(error) {
  const { sourceLine, startColumn } = getErrorSourcePositions(error);
  return sourceLine ? expressionAt(sourceLine, startColumn) : undefined;
}

module.exports = { getErrorSourceExpression };
