'use strict';

// Line by line input, with promises (https://nodejs.org/api/readline.html#promises-api).

const { Promise, StringPrototypeSlice, SymbolDispose } = primordials;
const { AbortError } = require('internal/errors');
const { addAbortListener } = require('internal/events/abort_listener');
const { Interface: InterfaceConstructor } = require('internal/readline/interface');
const { Readline } = require('internal/readline/promises');
const { kEmptyObject } = require('internal/util');
const { inspect } = require('internal/util/inspect');
const { validateAbortSignal } = require('internal/validators');

class Interface extends InterfaceConstructor {
  /**
   * @param {string} query
   * @param {{ signal?: AbortSignal }} [options]
   * @returns {Promise<string>} the answer
   */
  question(query, options = kEmptyObject) {
    return new Promise((resolve, reject) => {
      let callback = resolve;
      const signal = options?.signal;
      if (signal) {
        validateAbortSignal(signal, 'options.signal');
        if (signal.aborted) {
          reject(new AbortError(undefined, { cause: signal.reason }));
          return;
        }
        const registration = addAbortListener(signal, () => {
          this._questionCancel();
          reject(new AbortError(undefined, { cause: signal.reason }));
        });
        callback = (answer) => {
          registration[SymbolDispose]();
          resolve(answer);
        };
      }
      this._questionReject = reject;
      this._question(query, callback);
    });
  }

  // The completer gives a promise here.
  async _tabComplete(lastKeypressWasTab) {
    this.pause();
    let value;
    try {
      value = await this.completer(StringPrototypeSlice(this.line, 0, this.cursor));
    } catch (error) {
      this._writeToOutput(`Tab completion error: ${inspect(error)}`);
      return;
    } finally {
      this.resume();
    }
    this._tabCompleter(lastKeypressWasTab, value);
  }
}

/** createInterface(options), createInterface(input[, output[, completer[, terminal]]]) */
function createInterface(input, output, completer, terminal) {
  return new Interface(input, output, completer, terminal);
}

module.exports = { Interface, Readline, createInterface };
