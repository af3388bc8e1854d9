'use strict';

// How a line that is being edited is shown: below a prompt, over as many rows of the terminal as it needs. Mixed into
// the Interface's prototype.

const { MathCeil, SafeStringIterator, StringPrototypeIncludes, StringPrototypeSlice, StringPrototypeSplit,
} = primordials;
const { clearScreenDown, cursorTo, moveCursor } = require('internal/readline/callbacks');
const { getStringWidth, stripVTControlCharacters } = require('internal/util/string_width');
const { validateString } = require('internal/validators');

/** Before every line of an input of many lines, but the first. */
const CONTINUATION = '| ';

function isMultiline(text) {
  return StringPrototypeIncludes(text, '\n');
}

const display = {
  setPrompt(prompt) {
    this._prompt = prompt;
  },

  getPrompt() {
    return this._prompt;
  },

  /** Shows the prompt, at the start of a line unless `preserveCursor`. */
  prompt(preserveCursor) {
    if (this.paused) this.resume();
    if (this.terminal && process.env.TERM !== 'dumb') {
      if (!preserveCursor) this.cursor = 0;
      this._refreshLine();
    } else {
      this._writeToOutput(this._prompt);
    }
  },

  _writeToOutput(text) {
    validateString(text, 'stringToWrite');
    if (this.output !== null && this.output !== undefined) this.output.write(text);
  },

  /** Writes prompt and line anew. */
  _refreshLine() {
    const end = this._getDisplayPos(this._prompt + this.line);
    const cursor = this.getCursorPos();
    const rowsAbove = this.prevRows || 0;
    if (rowsAbove > 0) moveCursor(this.output, 0, -rowsAbove);
    cursorTo(this.output, 0);
    clearScreenDown(this.output);
    this._writeToOutput(this._prompt + this._decorated());
    // The terminal goes to a new row only when something is written there.
    if (end.cols === 0) this._writeToOutput(' ');
    cursorTo(this.output, cursor.cols);
    const rowsBelow = end.rows - cursor.rows;
    if (rowsBelow > 0) moveCursor(this.output, 0, -rowsBelow);
    this.prevRows = cursor.rows;
  },

  // The line, in colour if the options gave a function for it.
  _decorated() {
    const paint = (text) => this._colorize?.(text) ?? text;
    if (!isMultiline(this.line)) return paint(this.line);
    const lines = StringPrototypeSplit(this.line, '\n');
    let text = paint(lines[0]);
    for (let i = 1; i < lines.length; i++) text += `\n${CONTINUATION}${paint(lines[i])}`;
    return text;
  },

  /** Ends the line on the screen and begins an empty one. */
  clearLine() {
    this._moveCursor(+Infinity);
    this._writeToOutput('\r\n');
    this.line = '';
    this.cursor = 0;
    this.prevRows = 0;
  },

  /** Where the end of `text` is shown, if it begins at the left. */
  _getDisplayPos(text) {
    const { columns } = this;
    const indent = isMultiline(this.line) ? CONTINUATION.length : 0;
    let offset = 0;
    let rows = 0;
    const iterator = new SafeStringIterator(stripVTControlCharacters(text));
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      const character = next.value;
      if (character === '\n') {
        rows += MathCeil(offset / columns) || 1;
        offset = indent;
      } else if (character === '\t') {
        offset += this.tabSize - (offset % this.tabSize);
      } else {
        const width = getStringWidth(character, false);
        // A wide character does not begin in the last column.
        if (width === 2 && (offset + 1) % columns === 0) offset++;
        offset += width;
      }
    }
    const cols = offset % columns;
    return { cols, rows: rows + (offset - cols) / columns };
  },

  /** Row and column of the cursor, counted from the prompt. */
  getCursorPos() {
    return this._getDisplayPos(this._prompt + StringPrototypeSlice(this.line, 0, this.cursor));
  },

  _getCursorPos() {
    return this.getCursorPos();
  },

  _moveCursor(distance) {
    if (distance === 0) return;
    const before = this.getCursorPos();
    this.cursor += distance;
    if (this.cursor < 0) this.cursor = 0;
    else if (this.cursor > this.line.length) this.cursor = this.line.length;
    const after = this.getCursorPos();
    if (before.rows === after.rows) moveCursor(this.output, after.cols - before.cols, 0);
    else this._refreshLine();
  },
};

module.exports = { CONTINUATION, display, isMultiline };
