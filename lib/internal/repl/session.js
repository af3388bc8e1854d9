'use strict';

// A session of the REPL: takes lines, prints results, knows dot commands. Front ends (the terminal, a stream) feed it.

const {
  ArrayPrototypePush,
  ObjectDefineProperty,
  PromisePrototypeThen,
  PromiseWithResolvers,
  RegExpPrototypeExec,
  StringPrototypeTrim,
  globalThis,
} = primordials;
const { inspect, inspectDefaultOptions } = require('internal/util/inspect');
const { reportOf } = require('internal/repl/report');
const { Evaluator } = require('internal/repl/evaluator');
const { isIncomplete } = require('internal/repl/source');

const dotCommand = /^\s*\.([a-zA-Z]\w*)\s*(.*?)\s*$/s;

/**
 * What a front end offers to commands.
 * @typedef {{ close(): void, openEditor?(initial?: string): void }} FrontEnd
 */

class Session {
  /** Every text that was evaluated, for `.save`. */
  entered = [];
  #settings;
  #evaluator;
  #setLast;
  #setLastError;
  #interrupt;
  // Stays so when V8 terminated the evaluation, and with it the code that waited for its end.
  #isEvaluating = false;

  /**
   * @param {object} settings
   * @param {(text: string) => void} settings.print
   * @param {boolean} settings.colors
   * @param {object} [settings.context] of node:vm; without one, the main context
   * @param {(value: unknown) => string} [settings.writer]
   * @param {boolean} [settings.ignoreUndefined]
   */
  constructor(settings) {
    this.#settings = settings;
    this.#evaluator = new Evaluator(settings.context);
    this.#setLast = this.#defineLast('_');
    this.#setLastError = this.#defineLast('_error');
  }

  get print() {
    return this.#settings.print;
  }

  get evaluator() {
    return this.#evaluator;
  }

  // `_` is the last result until a program assigns it. What comes back tells it a new one.
  #defineLast(name) {
    const target = this.#settings.context ?? globalThis;
    let last;
    let isAssigned = false;
    ObjectDefineProperty(target, name, {
      __proto__: null,
      configurable: true,
      get: () => last,
      set: (value) => {
        last = value;
        if (isAssigned) return;
        isAssigned = true;
        this.print(`Expression assignment to ${name} now disabled.\n`);
      },
    });
    return (value) => {
      if (!isAssigned) last = value;
    };
  }

  /** A value as the session shows it. */
  write(value) {
    const { writer, colors } = this.#settings;
    if (writer !== undefined) return writer(value);
    return inspect(value, { ...inspectDefaultOptions, showProxy: true, colors });
  }

  /**
   * Works off a whole text: a dot command, or code whose result is printed.
   * @param {string} text
   * @param {FrontEnd} frontEnd
   * @returns {Promise<void>} settles once the next line may be asked for
   */
  async evaluate(text, frontEnd) {
    const command = RegExpPrototypeExec(dotCommand, text);
    if (command !== null) return this.#command(command[1], command[2], frontEnd);
    if (StringPrototypeTrim(text) === '') return;
    ArrayPrototypePush(this.entered, text);
    await this.show(() => this.#evaluator.evaluate(text));
  }

  #command(name, argument, frontEnd) {
    const { commands } = require('internal/repl/commands');
    const command = commands[name];
    if (command === undefined) this.print('Invalid REPL keyword\n');
    else return command.action(this, argument, frontEnd);
  }

  /** Prints how an evaluation ends. */
  async show(evaluate) {
    this.#isEvaluating = true;
    // Of an earlier evaluation that settled by itself.
    this.#interrupt = undefined;
    let outcome = evaluate();
    if (typeof outcome.then === 'function') outcome = await this.untilInterrupted(outcome);
    this.#isEvaluating = false;
    if (outcome === undefined) return;
    if (outcome.threw) this.fail(outcome.value, outcome.marked);
    else this.succeed(outcome.value);
  }

  /** The promise of an evaluation that can be left, should it never end. */
  untilInterrupted(promise) {
    const { promise: either, resolve, reject } = PromiseWithResolvers();
    this.#interrupt = resolve;
    PromisePrototypeThen(promise, resolve, reject);
    return either;
  }

  /** Shows a result. */
  succeed(value) {
    this.#setLast(value);
    if (value === undefined && this.#settings.ignoreUndefined) return;
    this.print(`${this.write(value)}\n`);
  }

  /** Reports an error, of an evaluation or of a callback. */
  fail(error, marked) {
    this.#setLastError(error);
    this.print(reportOf(error, (value) => this.write(value), marked));
  }

  /**
   * Leaves an evaluation.
   * @returns {boolean} whether it waited: `evaluate` then ends, and has reported it. Otherwise the code that waited for the
   *   end is gone, too
   */
  interrupt() {
    const interrupt = this.#interrupt;
    this.#interrupt = undefined;
    if (!this.#isEvaluating) return false;
    const { codes: { ERR_SCRIPT_EXECUTION_INTERRUPTED } } = require('internal/errors');
    const error = new ERR_SCRIPT_EXECUTION_INTERRUPTED();
    if (interrupt !== undefined) {
      interrupt({ threw: true, value: error });
      return true;
    }
    this.#isEvaluating = false;
    this.fail(error);
    return false;
  }

  /** Whether `text` can be evaluated as it is, rather than with more lines. */
  isComplete(text) {
    return RegExpPrototypeExec(dotCommand, text) !== null || !isIncomplete(text);
  }

  /** Candidates for what stands before `position`, and the text that they replace. */
  complete(line, position) {
    return require('internal/repl/completion').complete(this.#evaluator, line, position);
  }

  /** The rest of the word and a line about the input: its value, or the parameters of the function that is called. */
  preview(line, position) {
    if (RegExpPrototypeExec(/^\s*(\.|$)/, line) !== null) return undefined;
    return require('internal/repl/preview').preview(this.#evaluator, line, position);
  }

  /** Forgets the objects of earlier results that the inspector keeps. */
  release() {
    this.#evaluator.inspector.release();
  }
}

module.exports = { Session };
