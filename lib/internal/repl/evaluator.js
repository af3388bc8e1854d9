'use strict';

// Evaluates what is typed into the REPL, and says how it ended.

const { ArrayPrototypeSlice, PromisePrototypeThen, RegExpPrototypeExec, StringPrototypeRepeat, StringPrototypeSplit } = primordials;
const { endStacksAt } = require('internal/errors/stack');
const { setBaseOfInspector } = require('internal/modules/esm/source_text');
const { pathToFileURL } = require('internal/url');
const { Inspector } = require('internal/repl/inspector');
const { isExpression, prepare } = require('internal/repl/source');

/** How long a preview or a completion may compute, in milliseconds. */
const PREVIEW_TIMEOUT = 200;

/**
 * How an evaluation ended.
 * @typedef {{ threw: boolean, value: unknown, marked?: string }} Outcome
 *   `marked` is the line with a caret under it that a syntax error stands at
 */

function isOwnFrame(callSite) {
  return RegExpPrototypeExec(/^node:(internal\/repl\/|repl$)/, callSite.getFileName() ?? '') !== null;
}

class Evaluator {
  #lines = 0;

  /** @param {object} [context] of node:vm; without one, the main context */
  constructor(context) {
    this.context = context;
    endStacksAt(isOwnFrame);
    setBaseOfInspector(() => `${pathToFileURL(process.cwd())}/`);
    this.inspector = new Inspector(context);
  }

  /**
   * Evaluates a whole text.
   * @param {string} text
   * @param {string} [name] the file that stack traces show
   * @returns {Outcome | Promise<Outcome>} at once unless the text awaits or declares
   */
  evaluate(text, name = `REPL${++this.#lines}`) {
    const { source, needsReplMode, isProgram } = prepare(text);
    const expression = `${source}\n//# sourceURL=${name}`;
    const faulty = isProgram ? undefined : source;
    if (!needsReplMode) return this.#outcome(this.inspector.evaluate(expression), faulty);
    return PromisePrototypeThen(
      this.inspector.evaluateInReplMode(expression), (answer) => this.#outcome(answer, faulty));
  }

  // `faulty` is the source if a SyntaxError may be about it; one that the program throws has no place to be marked.
  #outcome(answer, faulty) {
    // V8 answers nothing when the evaluation was terminated.
    if (answer === undefined) return { threw: true, value: interrupted() };
    const { result, exceptionDetails } = answer;
    if (exceptionDetails === undefined) return { threw: false, value: this.inspector.valueOf(result) };
    const { exception, lineNumber, columnNumber, stackTrace } = exceptionDetails;
    if (exception === undefined) return { threw: true, value: interrupted() };
    const value = this.inspector.valueOf(exception);
    const isMarked = faulty !== undefined && exception.className === 'SyntaxError' && stackTrace === undefined;
    return { threw: true, value, marked: isMarked ? mark(faulty, lineNumber, columnNumber) : undefined };
  }

  /**
   * The value of an expression, if it has one that can be had without any side effect.
   * @param {string} text
   * @returns {{ value: unknown } | undefined}
   */
  peek(text) {
    if (!isExpression(text)) return undefined;
    const answer = this.inspector.evaluate(`(${text}\n)`, {
      throwOnSideEffect: true, timeout: PREVIEW_TIMEOUT, disableBreaks: true,
    });
    if (answer === undefined || answer.exceptionDetails !== undefined) return undefined;
    return { value: this.inspector.valueOf(answer.result) };
  }
}

function interrupted() {
  const { codes: { ERR_SCRIPT_EXECUTION_INTERRUPTED } } = require('internal/errors');
  return new ERR_SCRIPT_EXECUTION_INTERRUPTED();
}

function mark(source, lineNumber, columnNumber) {
  const line = ArrayPrototypeSlice(StringPrototypeSplit(source, '\n'), lineNumber, lineNumber + 1)[0] ?? '';
  return `${line}\n${StringPrototypeRepeat(' ', columnNumber)}^\n`;
}

module.exports = { Evaluator };
