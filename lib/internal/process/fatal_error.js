'use strict';

// The text under which an uncaught error ends the process: where it was thrown, the error as util.inspect shows
// it, and the version. Native code asks for it when nobody took the error.

const { MathMax, StringPrototypeLastIndexOf, StringPrototypeSlice } = primordials;
const { setFatalErrorFormatter } = internalBinding('errors');
const { isNativeError } = internalBinding('types');

/** Objects in the error are shown to this depth at least. */
const minDepth = 5;

/**
 * @param {unknown} error
 * @param {string} frame `file:line`, the source line and carets, or ''
 * @param {string | undefined} thrownAt the stack of the throw
 * @returns {string}
 */
function formatFatalError(error, frame, thrownAt) {
  const { getOptionValue } = require('internal/options');
  const shown = show(error);
  let text;
  if (isNativeError(error)) {
    text = frame === '' ? `${shown}\n` : `${frame}\n${shown}\n`;
  } else {
    text = `\n${frame}${shown}\n`;
  }
  if (getOptionValue('--trace-uncaught')) {
    if (thrownAt !== undefined) text += `Thrown at:\n${thrownAt}\n`;
  } else if (error === null || (typeof error !== 'object' && typeof error !== 'function')) {
    const name = StringPrototypeSlice(process.execPath, StringPrototypeLastIndexOf(process.execPath, '/') + 1);
    text += `(Use \`${name} --trace-uncaught ...\` to show where the exception was thrown)\n`;
  }
  return `${text}\nNode.js ${process.version}\n`;
}

function show(error) {
  if (typeof error === 'string') return error;
  if (typeof error === 'symbol') return '';
  enhanceStack(error);
  const { inspect, inspectDefaultOptions } = require('internal/util/inspect');
  return inspect(error, {
    __proto__: null,
    colors: useColors() || inspectDefaultOptions.colors,
    customInspect: false,
    depth: MathMax(inspectDefaultOptions.depth, minDepth),
  });
}

// An error of an emitter knows where it was emitted.
function enhanceStack(error) {
  const { kEnhanceStackBeforeInspector } = require('internal/errors');
  if (typeof error?.[kEnhanceStackBeforeInspector] !== 'function') return;
  try {
    error.stack = error[kEnhanceStackBeforeInspector]();
  } catch {
    // The plain stack will do.
  }
}

function useColors() {
  try {
    return require('internal/util/colors').shouldColorize(process.stderr);
  } catch {
    // Standard error cannot be opened: the text still has to get out.
    return false;
  }
}

/** Registers the formatter with native code. */
function setupFatalErrors() {
  setFatalErrorFormatter(formatFatalError);
}

module.exports = { setupFatalErrors };
