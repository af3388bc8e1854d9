'use strict';

// The REPL on a terminal. A line is edited by a thread of its own (`internalBinding('prompt')`), so that the loop keeps
// turning meanwhile; a session evaluates it. This module joins the two.

const { FunctionPrototypeCall, NumberParseInt, StringPrototypeTrim } = primordials;
const prompt = internalBinding('prompt');
const { signals } = internalBinding('constants').os;
const { getOptionValue } = require('internal/options');
const { divert } = require('internal/repl/terminal_output');

const DEFAULT_HISTORY_SIZE = 1000;

function historyPath(env) {
  const named = env.PHASOR_REPL_HISTORY ?? env.NODE_REPL_HISTORY;
  // An empty name keeps no history.
  if (named !== undefined) return StringPrototypeTrim(named) || undefined;
  try {
    return `${require('os').homedir()}/.phasor_repl_history`;
  } catch {
    return undefined;
  }
}

function historySize(env) {
  const size = NumberParseInt(env.PHASOR_REPL_HISTORY_SIZE ?? env.NODE_REPL_HISTORY_SIZE, 10);
  return size >= 0 ? size : DEFAULT_HISTORY_SIZE;
}

function usesViKeys(env) {
  return (getOptionValue('--repl-keys') ?? env.PHASOR_REPL_KEYS) === 'vi';
}

function signalName(number) {
  for (const name in signals) {
    if (signals[name] === number) return name;
  }
  return `${number}`;
}

/** The terminal's side of a session. */
class Terminal {
  #session;
  #prompt = '> ';
  #initial = '';
  // What undoes the diversion of the output.
  #restore = [];
  // An evaluation has not ended.
  #running = false;
  #interruptedOnce = false;
  #mode = prompt.kLine;
  #open = true;

  constructor(session) {
    this.#session = session;
  }

  start() {
    const { env, stdout, stderr } = process;
    prompt.start({
      historyPath: historyPath(env),
      historySize: historySize(env),
      vi: usesViKeys(env),
      colours: stdout.hasColors(),
    }, {
      __proto__: null,
      onLine: (text) => this.#onLine(text),
      onInterrupt: (line) => this.#onInterrupt(line),
      onClose: () => this.close(),
      onSignal: (number) => prompt.decideSignal(process.listenerCount(signalName(number)) > 0),
      onNotice: (text) => prompt.print(`${text}\n`),
      onComplete: (line, position) => this.#session.complete(line, position),
      onHint: (line, position) => this.#session.preview(line, position),
      onIsComplete: (text) => this.#session.isComplete(text),
    });
    this.#restore = [divert(stdout), divert(stderr)];
    process.on('exit', () => this.#leave());
    this.#ask();
  }

  /** The text before the line; it takes effect with the next one. */
  setPrompt(text) {
    this.#prompt = `${text}`;
  }

  /**
   * The next text is entered with Ctrl-D: Enter only starts another line.
   * @param {string} [initial] what it begins with
   */
  openEditor(initial = '') {
    this.#mode = prompt.kEditor;
    this.#initial = initial;
    prompt.print('// Entering editor mode (Ctrl+D to finish, Ctrl+C to cancel)\n');
  }

  #ask() {
    if (!this.#open) return;
    const initial = this.#initial;
    this.#initial = '';
    prompt.ask(this.#mode === prompt.kEditor ? '' : this.#prompt, initial, this.#mode);
  }

  async #onLine(text) {
    this.#interruptedOnce = false;
    this.#mode = prompt.kLine;
    this.#running = true;
    try {
      await this.#session.evaluate(text, this);
    } finally {
      if (this.#running) {
        this.#running = false;
        this.#ask();
      }
    }
  }

  #onInterrupt(line) {
    if (line === undefined) {
      // What waited ends by itself, and the next line is asked for only then: the report stands above it.
      if (!this.#running || this.#session.interrupt()) return;
      this.#running = false;
    } else if (this.#mode === prompt.kEditor) {
      this.#mode = prompt.kLine;
    } else if (line === '' && this.#interruptedOnce) {
      this.close();
      return;
    } else {
      this.#interruptedOnce = line === '';
      if (line === '') prompt.print('(To exit, press Ctrl+C again or Ctrl+D or type .exit)\n');
    }
    this.#ask();
  }

  // The terminal is as it was before.
  #leave() {
    if (!this.#open) return;
    this.#open = false;
    prompt.close();
    for (let i = 0; i < this.#restore.length; i++) FunctionPrototypeCall(this.#restore[i]);
  }

  /** Ends the session and the process. */
  close() {
    this.#leave();
    process.exit();
  }
}

/** Runs `session` on the terminal. */
function startTerminal(session) {
  const terminal = new Terminal(session);
  terminal.start();
  return terminal;
}

module.exports = { startTerminal };
