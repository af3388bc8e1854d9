'use strict';

// Readline: terminal actions that are collected and sent together
// (https://nodejs.org/api/readline.html#class-readlinepromisesreadline).

const { ArrayPrototypeJoin, ArrayPrototypePush, Promise } = primordials;
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const {
  CSI, kClearLine, kClearScreenDown, kClearToLineBeginning, kClearToLineEnd,
} = require('internal/readline/csi');
const { isWritable } = require('internal/streams/utils');
const { validateBoolean, validateInteger } = require('internal/validators');

class Readline {
  #autoCommit = false;
  #stream;
  #pending = [];

  constructor(stream, options = undefined) {
    if (!isWritable(stream)) throw new ERR_INVALID_ARG_TYPE('stream', 'Writable', stream);
    this.#stream = stream;
    const autoCommit = options?.autoCommit;
    if (autoCommit === null || autoCommit === undefined) return;
    validateBoolean(autoCommit, 'options.autoCommit');
    this.#autoCommit = autoCommit;
  }

  #add(data) {
    if (this.#autoCommit) process.nextTick(() => this.#stream.write(data));
    else ArrayPrototypePush(this.#pending, data);
    return this;
  }

  cursorTo(x, y = undefined) {
    validateInteger(x, 'x');
    if (y === null || y === undefined) return this.#add(CSI`${x + 1}G`);
    validateInteger(y, 'y');
    return this.#add(CSI`${y + 1};${x + 1}H`);
  }

  moveCursor(dx, dy) {
    if (!dx && !dy) return this;
    validateInteger(dx, 'dx');
    validateInteger(dy, 'dy');
    let data = '';
    if (dx !== 0) data += dx < 0 ? CSI`${-dx}D` : CSI`${dx}C`;
    if (dy !== 0) data += dy < 0 ? CSI`${-dy}A` : CSI`${dy}B`;
    return this.#add(data);
  }

  clearLine(dir) {
    validateInteger(dir, 'dir', -1, 1);
    if (dir < 0) return this.#add(kClearToLineBeginning);
    return this.#add(dir > 0 ? kClearToLineEnd : kClearLine);
  }

  clearScreenDown() {
    return this.#add(kClearScreenDown);
  }

  /** Sends what was collected. */
  commit() {
    return new Promise((resolve) => {
      this.#stream.write(ArrayPrototypeJoin(this.#pending, ''), resolve);
      this.#pending = [];
    });
  }

  /** Forgets what was collected. */
  rollback() {
    this.#pending = [];
    return this;
  }
}

module.exports = { Readline };
