'use strict';

// How the REPL shows an error that nobody caught.

const { RegExpPrototypeExec, StringPrototypeSplit } = primordials;

const headOfError = /^(\x1b\[\d+m)*\[?([A-Z][a-z0-9_]*)*Error/;

/**
 * The report of something thrown.
 * @param {unknown} error
 * @param {(value: unknown) => string} writer
 * @param {string} [marked] the place of a syntax error
 * @returns {string} ends with a line break
 */
function reportOf(error, writer, marked) {
  if (marked !== undefined) return `${marked}\nUncaught ${error}\n`;
  const text = writer(error);
  const lines = StringPrototypeSplit(text, '\n');
  const isHeaded = RegExpPrototypeExec(headOfError, lines[0]) !== null;
  return `Uncaught${isHeaded || lines.length === 1 ? ' ' : ':\n'}${text}\n`;
}

module.exports = { reportOf };
