'use strict';

// The Interface: reads lines from a stream, with a line editor if it is a terminal
// (https://nodejs.org/api/readline.html#class-interfaceconstructor).

const {
  AsyncIteratorPrototype,
  DateNow,
  FunctionPrototypeCall,
  MathMax,
  NumberIsFinite,
  ObjectAssign,
  ObjectDefineProperties,
  ObjectSetPrototypeOf,
  RegExpPrototypeSymbolSplit,
  StringPrototypeCodePointAt,
  StringPrototypeEndsWith,
  StringPrototypeSlice,
  SymbolAsyncIterator,
  SymbolDispose,
} = primordials;
const EventEmitter = require('events');
const { codes: { ERR_INVALID_ARG_VALUE, ERR_USE_AFTER_CLOSE } } = require('internal/errors');
const { addAbortListener } = require('internal/events/abort_listener');
const { completion } = require('internal/readline/completion');
const { display } = require('internal/readline/display');
const { editing } = require('internal/readline/editing');
const { ESCAPE_CODE_TIMEOUT, emitKeypressEvents } = require('internal/readline/emit_keypress_events');
const { History } = require('internal/readline/history');
const { keyBindings } = require('internal/readline/key_bindings');
const { validateAbortSignal, validateUint32 } = require('internal/validators');

/** How long a line feed after a carriage return is its second half, at least, in milliseconds. */
const MIN_CRLF_DELAY = 100;
const LINE_ENDINGS = /\r\n|[\n\r\u2028\u2029]/g;

/**
 * @param {object | Readable} input options, or the stream to read from
 * @param {Writable} [output]
 * @param {Function} [completer]
 * @param {boolean} [terminal]
 */
function Interface(input, output, completer, terminal) {
  this._sawReturnAt = 0;
  this.isCompletionEnabled = true;
  this._sawKeyPress = false;
  this._previousKey = null;
  this.escapeCodeTimeout = ESCAPE_CODE_TIMEOUT;
  this.tabSize = 8;
  FunctionPrototypeCall(EventEmitter, this);

  let options = { __proto__: null };
  if (input?.input) {
    options = input;
    ({ output, completer, terminal, input } = input);
  }
  applyOptions(this, options);
  this._history = new History(this, {
    history: options.history,
    removeHistoryDuplicates: options.removeHistoryDuplicates,
    size: options.historySize ?? this.historySize,
  });
  ObjectDefineProperties(this, historyAccessors);
  if (completer !== undefined && typeof completer !== 'function') {
    throw new ERR_INVALID_ARG_VALUE('completer', completer);
  }
  if (terminal === undefined && output !== null && output !== undefined) terminal = !!output.isTTY;

  this.line = '';
  this._substringSearch = null;
  this.output = output;
  this.input = input;
  this._undoStack = [];
  this._redoStack = [];
  this._wantedColumn = -1;
  this._killRing = [];
  this._killRingCursor = 0;
  this._yanking = false;
  this.crlfDelay = options.crlfDelay ? MathMax(MIN_CRLF_DELAY, options.crlfDelay) : MIN_CRLF_DELAY;
  this.completer = completer;
  this.setPrompt(options.prompt !== undefined ? options.prompt : '> ');
  this.terminal = !!terminal;
  if (this.terminal) listenToTerminal(this);
  else listenToStream(this);
  if (options.signal) closeOnAbort(this, options.signal);
  input.resume();
}
ObjectSetPrototypeOf(Interface.prototype, EventEmitter.prototype);
ObjectSetPrototypeOf(Interface, EventEmitter);

function applyOptions(self, options) {
  self._colorize = options.colorize;
  if (options.tabSize !== undefined) {
    validateUint32(options.tabSize, 'tabSize', true);
    self.tabSize = options.tabSize;
  }
  if (options.escapeCodeTimeout !== undefined) {
    if (!NumberIsFinite(options.escapeCodeTimeout)) {
      throw new ERR_INVALID_ARG_VALUE('input.escapeCodeTimeout', self.escapeCodeTimeout);
    }
    self.escapeCodeTimeout = options.escapeCodeTimeout;
  }
  if (options.signal) validateAbortSignal(options.signal, 'options.signal');
}

// What programs know of the history.
const historyAccessors = {
  history: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      return this._history.lines;
    },
    set(lines) {
      this._history.lines = lines;
    },
  },
  historyIndex: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      return this._history.index;
    },
    set(index) {
      this._history.index = index;
    },
  },
  historySize: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      return this._history.size;
    },
  },
};

function listenToStream(self) {
  const { input } = self;
  const { StringDecoder } = require('string_decoder');
  self._decoder = new StringDecoder('utf8');
  const onError = (error) => self.emit('error', error);
  const onData = (data) => self._normalWrite(data);
  const onEnd = () => {
    const rest = self._line_buffer;
    if (typeof rest === 'string' && rest.length > 0) self.emit('line', rest);
    self.close();
  };
  input.on('error', onError);
  input.on('data', onData);
  input.on('end', onEnd);
  self.once('close', () => {
    input.removeListener('data', onData);
    input.removeListener('error', onError);
    input.removeListener('end', onEnd);
  });
}

function listenToTerminal(self) {
  const { input, output } = self;
  const onError = (error) => self.emit('error', error);
  const onEnd = () => {
    if (typeof self.line === 'string' && self.line.length > 0) self.emit('line', self.line);
    self.close();
  };
  const onKeypress = (text, key) => {
    self._ttyWrite(text, key);
    if (!key?.sequence) return;
    // Half of a character: the line is written anew when the other half is there.
    const code = StringPrototypeCodePointAt(key.sequence, 0);
    if (code >= 0xd800 && code <= 0xdfff) self._refreshLine();
  };
  const onResize = () => self._refreshLine();
  input.on('error', onError);
  emitKeypressEvents(input, self);
  input.on('keypress', onKeypress);
  input.on('end', onEnd);
  self._setRawMode(true);
  self.terminal = true;
  self.cursor = 0;
  if (output !== null && output !== undefined) output.on('resize', onResize);
  self.once('close', () => {
    input.removeListener('keypress', onKeypress);
    input.removeListener('error', onError);
    input.removeListener('end', onEnd);
    if (output !== null && output !== undefined) output.removeListener('resize', onResize);
  });
}

function closeOnAbort(self, signal) {
  const close = () => self.close();
  if (signal.aborted) {
    process.nextTick(close);
    return;
  }
  const registration = addAbortListener(signal, close);
  self.once('close', registration[SymbolDispose]);
}

ObjectAssign(Interface.prototype, display, editing, completion, keyBindings, {
  _setRawMode(mode) {
    const before = this.input.isRaw;
    if (typeof this.input.setRawMode === 'function') this.input.setRawMode(mode);
    return before;
  },

  /** Asks; the next line is the answer. */
  _question(query, callback) {
    if (this.closed) throw new ERR_USE_AFTER_CLOSE('readline');
    if (!this._questionCallback) {
      this._oldPrompt = this._prompt;
      this.setPrompt(query);
      this._questionCallback = callback;
    }
    this.prompt();
  },

  _questionCancel() {
    if (!this._questionCallback) return;
    this._questionCallback = null;
    this.setPrompt(this._oldPrompt);
    this.clearLine();
  },

  _onLine(line) {
    const callback = this._questionCallback;
    if (!callback) {
      this.emit('line', line);
      return;
    }
    this._questionCallback = null;
    this.setPrompt(this._oldPrompt);
    callback(line);
  },

  close() {
    if (this.closed) return;
    this.pause();
    if (this.terminal) this._setRawMode(false);
    this.closed = true;
    this.emit('close');
  },

  pause() {
    if (this.closed) throw new ERR_USE_AFTER_CLOSE('readline');
    if (this.paused) return undefined;
    this.input.pause();
    this.paused = true;
    this.emit('pause');
    return this;
  },

  resume() {
    if (this.closed) throw new ERR_USE_AFTER_CLOSE('readline');
    if (!this.paused) return undefined;
    this.input.resume();
    this.paused = false;
    this.emit('resume');
    return this;
  },

  /** Acts as if `data`, or the key that `key` describes, had come in. */
  write(data, key) {
    if (this.closed) throw new ERR_USE_AFTER_CLOSE('readline');
    if (this.paused) this.resume();
    if (this.terminal) this._ttyWrite(data, key);
    else this._normalWrite(data);
  },

  // Input that is no terminal: cut into lines.
  _normalWrite(data) {
    if (data === undefined) return;
    let text = this._decoder.write(data);
    if (this._sawReturnAt && DateNow() - this._sawReturnAt <= this.crlfDelay) {
      if (StringPrototypeCodePointAt(text) === 10) text = StringPrototypeSlice(text, 1);
      this._sawReturnAt = 0;
    }
    if (!text) return;
    const lines = RegExpPrototypeSymbolSplit(LINE_ENDINGS, text);
    const last = lines.length - 1;
    const before = this._line_buffer || '';
    if (last === 0) {
      this._line_buffer = before + text;
      return;
    }
    this._sawReturnAt = StringPrototypeEndsWith(text, '\r') ? DateNow() : 0;
    this._line_buffer = lines[last];
    this._onLine(before + lines[0]);
    for (let i = 1; i < last; i++) this._onLine(lines[i]);
  },

  [SymbolAsyncIterator]() {
    this._lineIterator ??= iterateLines(this);
    return this._lineIterator;
  },

  [SymbolDispose]() {
    this.close();
  },
});

ObjectDefineProperties(Interface.prototype, {
  columns: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      return this.output?.columns ? this.output.columns : Infinity;
    },
  },
  [SymbolAsyncIterator]: { __proto__: null, enumerable: false },
  [SymbolDispose]: { __proto__: null, enumerable: false },
});

// The iterator of `events.on` gives arrays of arguments; here each is one line.
function iterateLines(self) {
  const events = EventEmitter.on(self, 'line', { close: ['close'], highWaterMark: 1024 });
  const first = ({ value, done }) => ({ value: done ? value : value[0], done });
  return ObjectSetPrototypeOf({
    next: async () => first(await events.next()),
    return: async () => first(await events.return()),
    throw: (error) => events.throw(error),
    [SymbolAsyncIterator]() {
      return this;
    },
  }, AsyncIteratorPrototype);
}

module.exports = { Interface };
