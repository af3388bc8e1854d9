'use strict';

// The lines that were entered, the newest first.

const {
  ArrayPrototypeIndexOf,
  ArrayPrototypePop,
  ArrayPrototypeSplice,
  ArrayPrototypeUnshift,
  NumberIsNaN,
  StringPrototypeStartsWith,
  StringPrototypeTrim,
} = primordials;
const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { reverseLines } = require('internal/readline/text');
const { validateArray } = require('internal/validators');

/** How many lines are kept unless the options say otherwise. */
const DEFAULT_SIZE = 30;

class History {
  constructor(owner, { history, removeHistoryDuplicates, size }) {
    if (history !== undefined) validateArray(history, 'history');
    size ??= DEFAULT_SIZE;
    if (typeof size !== 'number' || NumberIsNaN(size) || size < 0) {
      throw new ERR_INVALID_ARG_VALUE.RangeError('historySize', size);
    }
    this.owner = owner;
    this.size = size;
    this.removesDuplicates = removeHistoryDuplicates || false;
    this.lines = history ?? [];
    /** The line that is shown, -1 for a new one. */
    this.index = -1;
  }

  /** Adds the owner's line, and gives it back as it is to be used. */
  add(line, isMultiline) {
    if (line.length === 0) return '';
    if (this.size === 0 || StringPrototypeTrim(line).length === 0) return line;
    const entry = isMultiline ? reverseLines(line, '\n', '\r') : line;
    const { lines } = this;
    if (lines.length === 0 || lines[0] !== entry) {
      if (this.removesDuplicates) {
        const place = ArrayPrototypeIndexOf(lines, entry);
        if (place !== -1) ArrayPrototypeSplice(lines, place, 1);
      }
      ArrayPrototypeUnshift(lines, entry);
      if (lines.length > this.size) ArrayPrototypePop(lines);
    }
    this.index = -1;
    // Listeners may remove it, say if it holds a secret.
    this.owner.emit('history', lines);
    return line;
  }

  get hasNewer() {
    return this.index > -1 && this.lines.length > 0;
  }

  get hasOlder() {
    return this.lines.length !== this.index && this.lines.length > 0;
  }

  /** The next line in `direction` (-1 newer, 1 older) that begins with `search` and differs from `shown`. */
  move(direction, search, shown) {
    const { lines } = this;
    let place = this.index + direction;
    while (place >= 0 && place < lines.length &&
           (!StringPrototypeStartsWith(lines[place], search) || shown === lines[place])) {
      place += direction;
    }
    this.index = place;
    if (place < 0 || place >= lines.length) return search;
    return reverseLines(lines[place], '\r', '\n');
  }
}

module.exports = { History };
