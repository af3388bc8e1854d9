'use strict';

// A REPL over any pair of streams (https://nodejs.org/api/repl.html).

const {
  ArrayPrototypeFilter,
  ArrayPrototypePush,
  ArrayPrototypeShift,
  Boolean,
  FunctionPrototypeCall,
  NumberIsNaN,
  NumberParseFloat,
  ObjectDefineProperty,
  ObjectKeys,
  ObjectSetPrototypeOf,
  RegExpPrototypeExec,
  StringPrototypeStartsWith,
  StringPrototypeTrim,
  Symbol,
  SyntaxError,
  globalThis,
} = primordials;
const { Interface } = require('readline');
const { codes: { ERR_INVALID_REPL_EVAL_CONFIG } } = require('internal/errors');
const { commands: defaultCommands } = require('internal/repl/commands');
const { createReplContext } = require('internal/repl/context');
const { Session } = require('internal/repl/session');
const { isIncomplete } = require('internal/repl/source');
const { inspect, inspectDefaultOptions } = require('internal/util/inspect');
const { validateFunction } = require('internal/validators');

const REPL_MODE_SLOPPY = Symbol('repl-sloppy');
const REPL_MODE_STRICT = Symbol('repl-strict');

/** Shows a result. `writer.options` are what util.inspect is called with. */
const writer = (value) => inspect(value, writer.options);
writer.options = { ...inspectDefaultOptions, showProxy: true };

/** What `eval` calls back with to have more lines read. */
class Recoverable extends SyntaxError {
  constructor(err) {
    super();
    this.err = err;
  }
}

function settingsOf(prompt, stream, evaluate, useGlobal, ignoreUndefined, replMode) {
  if (prompt !== null && typeof prompt === 'object') return { ...prompt };
  return { prompt, input: stream?.stdin ?? stream, output: stream?.stdout ?? stream, eval: evaluate, useGlobal, ignoreUndefined, replMode };
}

/**
 * @param {object | string} [options] or the prompt, followed by the other settings one by one
 */
function REPLServer(...args) {
  if (!(this instanceof REPLServer)) return new REPLServer(...args);
  const options = settingsOf(...args);
  options.input ??= process.stdin;
  options.output ??= process.stdout;
  options.terminal ??= options.output.isTTY;
  options.terminal = Boolean(options.terminal);
  options.useColors ??= options.terminal && (options.output.hasColors?.() ?? true);
  if (options.eval && options.breakEvalOnSigint) throw new ERR_INVALID_REPL_EVAL_CONFIG();

  this.useGlobal = Boolean(options.useGlobal);
  this.ignoreUndefined = Boolean(options.ignoreUndefined);
  this.useColors = Boolean(options.useColors);
  this.replMode = options.replMode || REPL_MODE_SLOPPY;
  this.breakEvalOnSigint = Boolean(options.breakEvalOnSigint);
  this.underscoreAssigned = false;
  this.underscoreErrAssigned = false;
  this.editorMode = false;
  this.bufferedCommand = '';
  this._initialPrompt = options.prompt ?? '> ';
  this._isClosed = false;
  // Lines that came while one was evaluated.
  this._waiting = [];
  this._isEvaluating = false;

  FunctionPrototypeCall(Interface, this, {
    input: options.input,
    output: options.output,
    terminal: options.terminal,
    completer: options.completer ?? ((line) => this._session.complete(line, line.length)),
    historySize: options.historySize,
    prompt: this._initialPrompt,
  });
  this.inputStream = options.input;
  this.outputStream = options.output;
  this.writer = options.writer ?? writer;
  if (options.writer === undefined) writer.options.colors = this.useColors;
  this.eval = options.eval ?? defaultEval;
  this._handleError = options.handleError;
  this.commands = { __proto__: null };
  this._ownContext = false;
  this.resetContext();
  defineDefaultCommands(this);
  listen(this);
  this.displayPrompt();
}
ObjectSetPrototypeOf(REPLServer.prototype, Interface.prototype);
ObjectSetPrototypeOf(REPLServer, Interface);

function strictly(server, code) {
  return server.replMode === REPL_MODE_STRICT ? `'use strict'; void 0;\n${code}` : code;
}

// The `eval` of a server that has no other.
function defaultEval(code, context, file, callback) {
  if (isIncomplete(code)) {
    callback(new Recoverable(new SyntaxError('Unexpected end of input')));
    return;
  }
  const finish = ({ threw, value, marked }) => {
    this._marked = marked;
    if (threw) callback(value, undefined, true);
    else callback(null, value);
  };
  const outcome = this._session.evaluator.evaluate(strictly(this, code), file);
  if (typeof outcome.then === 'function') this._session.untilInterrupted(outcome).then(finish);
  else finish(outcome);
}

function reportError(server, error) {
  const handled = server._handleError?.(error);
  if (handled === 'ignore') return;
  if (handled === 'unhandled') {
    process.nextTick(() => {
      throw error;
    });
    return;
  }
  server._session.fail(error, server._marked);
}

// Works off one line, then those that came meanwhile.
function takeLine(server, line) {
  if (server._isEvaluating) {
    ArrayPrototypePush(server._waiting, line);
    return;
  }
  if (server.editorMode) {
    server.bufferedCommand += `${line}\n`;
    return;
  }
  const trimmed = StringPrototypeTrim(line);
  if (trimmed[0] === '.' && trimmed[1] !== '.' && NumberIsNaN(NumberParseFloat(trimmed))) {
    const { 1: keyword, 2: rest } = RegExpPrototypeExec(/^\.([^\s]+)?\s*(.*)$/s, trimmed);
    const command = server.commands[keyword];
    if (command !== undefined) {
      FunctionPrototypeCall(command.action, server, rest);
      next(server);
      return;
    }
    if (server.bufferedCommand === '') {
      server.output.write('Invalid REPL keyword\n');
      server.displayPrompt();
      next(server);
      return;
    }
  }
  const code = `${server.bufferedCommand}${line}\n`;
  if (StringPrototypeTrim(code) === '') {
    server.bufferedCommand = '';
    server.displayPrompt();
    next(server);
    return;
  }
  server._isEvaluating = true;
  let isDone = false;
  const finish = (error, value, threw = error !== null && error !== undefined) => {
    if (isDone) return;
    isDone = true;
    server._isEvaluating = false;
    if (threw && error instanceof Recoverable) {
      server.bufferedCommand = code;
    } else {
      server.bufferedCommand = '';
      ArrayPrototypePush(server._session.entered, StringPrototypeTrim(code));
      if (threw) reportError(server, error);
      else server._session.succeed(value);
    }
    server._marked = undefined;
    if (server._isClosed) return;
    server.displayPrompt();
    next(server);
  };
  server._marked = undefined;
  try {
    server.eval(code, server.context, `REPL${++lines}`, finish);
  } catch (error) {
    finish(error, undefined, true);
  }
}

let lines = 0;

function next(server) {
  if (server._isEvaluating) return;
  if (server._waiting.length > 0) takeLine(server, ArrayPrototypeShift(server._waiting));
  else if (server._wantsToClose) server.close();
}

function listen(server) {
  let wasInterrupted = false;
  server.on('line', (line) => {
    wasInterrupted = false;
    takeLine(server, line ?? '');
  });
  server.on('SIGINT', () => {
    const wasEmpty = server.line === '' && server.bufferedCommand === '';
    server.editorMode = false;
    server.clearLine();
    if (wasEmpty && wasInterrupted) {
      server.close();
      return;
    }
    if (wasEmpty) server.output.write('(To exit, press Ctrl+C again or Ctrl+D or type .exit)\n');
    wasInterrupted = wasEmpty;
    server._session.interrupt();
    server.clearBufferedCommand();
    server.displayPrompt();
  });
  server.on('close', () => {
    // Input that ended inside of an editor is evaluated; an evaluation that goes on is waited for.
    server._isClosed = true;
    process.nextTick(() => server.emit('exit'));
  });
}

const closeNow = Interface.prototype.close;

/** Ends the session once everything that was read is evaluated. */
REPLServer.prototype.close = function close() {
  if (this._isEvaluating || this._waiting?.length > 0) {
    this._wantsToClose = true;
    return;
  }
  FunctionPrototypeCall(closeNow, this);
};

/** Makes a new context, unless the program's own global object is used; the session starts anew. */
REPLServer.prototype.resetContext = function resetContext() {
  this.context = this.useGlobal ? globalThis : this.createContext();
  this.underscoreAssigned = false;
  this._session = new Session({
    print: (text) => this.output.write(text),
    colors: this.useColors,
    context: this.useGlobal ? undefined : this.context,
    writer: (value) => this.writer(value),
    ignoreUndefined: this.ignoreUndefined,
  });
  if (this._ownContext) this.emit('reset', this.context);
  this._ownContext = true;
};

REPLServer.prototype.createContext = createReplContext;

/** Shows the prompt, or that a text goes on. */
REPLServer.prototype.displayPrompt = function displayPrompt(preserveCursor) {
  FunctionPrototypeCall(Interface.prototype.setPrompt, this, this.bufferedCommand === '' ? this._initialPrompt : '| ');
  this.prompt(preserveCursor);
};

REPLServer.prototype.setPrompt = function setPrompt(prompt) {
  this._initialPrompt = prompt;
  FunctionPrototypeCall(Interface.prototype.setPrompt, this, prompt);
};

/** Forgets the lines of a text that is not complete. */
REPLServer.prototype.clearBufferedCommand = function clearBufferedCommand() {
  this.bufferedCommand = '';
};

REPLServer.prototype.complete = function complete(line, callback) {
  callback(null, this._session.complete(line, line.length));
};

/**
 * Adds `.keyword`.
 * @param {string} keyword
 * @param {Function | { help?: string, action: Function }} command
 */
REPLServer.prototype.defineCommand = function defineCommand(keyword, command) {
  if (typeof command === 'function') command = { action: command };
  else validateFunction(command.action, 'cmd.action');
  this.commands[keyword] = command;
};

/** Keeps the history in a file; calls back with the server. */
REPLServer.prototype.setupHistory = function setupHistory(config, callback) {
  const path = typeof config === 'string' ? config : config?.filePath;
  callback ??= config?.onHistoryFileLoaded;
  const fs = require('fs');
  fs.readFile(path, 'utf8', (error, text) => {
    if (error && error.code !== 'ENOENT') {
      this.output.write('\nError: Could not open history file.\nREPL session history will not be persisted.\n');
    } else {
      this.history = ArrayPrototypeFilter((text ?? '').split('\n'), (line) => line !== '');
      this.on('history', (history) => fs.writeFile(path, history.join('\n'), { mode: 0o600 }, () => {}));
    }
    callback(null, this);
  });
};

function defineDefaultCommands(server) {
  const names = ObjectKeys(defaultCommands);
  for (let i = 0; i < names.length; i++) {
    const { help, action } = defaultCommands[names[i]];
    server.defineCommand(names[i], {
      help,
      async action(argument) {
        // What comes meanwhile waits, as the command may evaluate.
        this._isEvaluating = true;
        await action(this._session, argument, this);
        this._isEvaluating = false;
        if (this._isClosed) return;
        if (!this.editorMode) this.displayPrompt();
        next(this);
      },
    });
  }
  // Only a terminal can tell when the text ends.
  if (!server.terminal) delete server.commands.editor;
  if (!server.useGlobal) {
    server.defineCommand('clear', {
      help: 'Break, and also clear the local context',
      action() {
        this.clearBufferedCommand();
        this.output.write('Clearing context...\n');
        this.resetContext();
        this.displayPrompt();
      },
    });
  }
  server.defineCommand('break', {
    help: 'Sometimes you get stuck, this gets you out',
    action() {
      this.clearBufferedCommand();
      this.displayPrompt();
    },
  });
}

/** `.editor`: lines are collected until Ctrl-D. */
REPLServer.prototype.openEditor = function openEditor() {
  if (!this.terminal) return;
  this.editorMode = true;
  this.output.write('// Entering editor mode (Ctrl+D to finish, Ctrl+C to cancel)\n');
};

ObjectDefineProperty(REPLServer.prototype, 'last', {
  __proto__: null,
  configurable: true,
  get() {
    return this.context._;
  },
});

ObjectDefineProperty(REPLServer.prototype, 'lastError', {
  __proto__: null,
  configurable: true,
  get() {
    return this.context._error;
  },
});

/** Starts a REPL. @returns {REPLServer} */
function start(...args) {
  return new REPLServer(...args);
}

function builtinModules() {
  const { builtinModules: all } = require('module');
  return ArrayPrototypeFilter(all, (name) => !StringPrototypeStartsWith(name, '_'));
}

module.exports = { REPLServer, REPL_MODE_SLOPPY, REPL_MODE_STRICT, Recoverable, start, writer };
ObjectDefineProperty(module.exports, 'builtinModules', {
  __proto__: null, configurable: true, enumerable: true, get: builtinModules,
});
