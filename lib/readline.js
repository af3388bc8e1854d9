'use strict';

// Line by line input (https://nodejs.org/api/readline.html).

const {
  FunctionPrototypeCall,
  ObjectDefineProperty,
  ObjectSetPrototypeOf,
  Promise,
  SymbolDispose,
} = primordials;
const { AbortError } = require('internal/errors');
const { addAbortListener } = require('internal/events/abort_listener');
const { clearLine, clearScreenDown, cursorTo, moveCursor } = require('internal/readline/callbacks');
const { emitKeypressEvents } = require('internal/readline/emit_keypress_events');
const { Interface: InterfaceConstructor } = require('internal/readline/interface');
const { writeToDumbTerminal } = require('internal/readline/key_bindings');
const { kEmptyObject, promisify } = require('internal/util');
const { validateAbortSignal } = require('internal/validators');
const promises = require('readline/promises');

// A completer may return its result instead of calling back.
function withCallback(completer) {
  if (typeof completer !== 'function' || completer.length === 2) return completer;
  return (line, callback) => callback(null, completer(line));
}

function Interface(input, output, completer, terminal) {
  if (!(this instanceof Interface)) return new Interface(input, output, completer, terminal);
  if (input?.input) input.completer = withCallback(input.completer);
  else completer = withCallback(completer);
  FunctionPrototypeCall(InterfaceConstructor, this, input, output, completer, terminal);
  if (this.terminal && process.env.TERM === 'dumb') {
    this._ttyWrite = (text, key) => writeToDumbTerminal(this, text, key);
  }
}
ObjectSetPrototypeOf(Interface.prototype, InterfaceConstructor.prototype);
ObjectSetPrototypeOf(Interface, InterfaceConstructor);

// Calls `onAbort` if the signal says so before the answer is there; gives the callback for the answer.
function untilAbort(signal, onAbort, callback) {
  const registration = addAbortListener(signal, onAbort);
  return (answer) => {
    registration[SymbolDispose]();
    return callback(answer);
  };
}

/** question(query[, options], callback) */
Interface.prototype.question = function question(query, options, callback) {
  callback = typeof options === 'function' ? options : callback;
  if (options === null || typeof options !== 'object') options = kEmptyObject;
  const { signal } = options;
  if (signal) {
    validateAbortSignal(signal, 'options.signal');
    if (signal.aborted) return;
    const original = typeof callback === 'function' ? callback : () => {};
    callback = untilAbort(signal, () => this._questionCancel(), original);
  }
  if (typeof callback === 'function') this._question(query, callback);
};

ObjectDefineProperty(Interface.prototype.question, promisify.custom, {
  __proto__: null,
  enumerable: false,
  configurable: true,
  writable: true,
  value: function question(query, options) {
    return new Promise((resolve, reject) => {
      const signal = options === null || typeof options !== 'object' ? undefined : options.signal;
      let callback = resolve;
      if (signal) {
        validateAbortSignal(signal, 'options.signal');
        const abort = () => reject(new AbortError(undefined, { cause: signal.reason }));
        if (signal.aborted) {
          abort();
          return;
        }
        callback = untilAbort(signal, abort, resolve);
      }
      this.question(query, options, callback);
    });
  },
});

/** createInterface(options), createInterface(input[, output[, completer[, terminal]]]) */
function createInterface(input, output, completer, terminal) {
  return new Interface(input, output, completer, terminal);
}

module.exports = {
  Interface,
  clearLine,
  clearScreenDown,
  createInterface,
  cursorTo,
  emitKeypressEvents,
  moveCursor,
  promises,
};
