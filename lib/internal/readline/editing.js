'use strict';

// What keys do to the line: insert, delete, move by words, undo, yank, walk through the history. Mixed into the
// Interface's prototype.

const {
  ArrayPrototypePop,
  ArrayPrototypePush,
  ArrayPrototypeShift,
  ArrayPrototypeUnshift,
  RegExpPrototypeExec,
  StringPrototypeSlice,
  StringPrototypeSplit,
} = primordials;
const { CONTINUATION, isMultiline } = require('internal/readline/display');
const { charLengthAt, charLengthLeft, wordLengthLeft } = require('internal/readline/text');

const MAX_UNDO = 2048;
const MAX_KILLED = 32;

const editing = {
  _beforeEdit() {
    if (ArrayPrototypePush(this._undoStack, { text: this.line, cursor: this.cursor }) > MAX_UNDO) {
      ArrayPrototypeShift(this._undoStack);
    }
  },

  _insertString(text) {
    this._beforeEdit();
    if (this.cursor < this.line.length) {
      const before = StringPrototypeSlice(this.line, 0, this.cursor);
      const after = StringPrototypeSlice(this.line, this.cursor);
      this.line = before + text + after;
      this.cursor += text.length;
      // Text that is being pasted is shown as it comes; the last character refreshes the line.
      if (this.isCompletionEnabled || this._colorize !== undefined) this._refreshLine();
      else this._writeToOutput(text);
      return;
    }
    const before = this.isCompletionEnabled ? this.getCursorPos() : undefined;
    this.line += text;
    this.cursor += text.length;
    const isOnNewRow = before !== undefined && before.rows < this.getCursorPos().rows;
    if (isOnNewRow || this._colorize !== undefined) this._refreshLine();
    else this._writeToOutput(text);
  },

  // Removes what lies between two places of the line; the cursor ends up at the first.
  _remove(from, to) {
    this._beforeEdit();
    this.line = StringPrototypeSlice(this.line, 0, from) + StringPrototypeSlice(this.line, to);
    this.cursor = from;
    this._refreshLine();
  },

  _deleteLeft() {
    if (this.cursor > 0 && this.line.length > 0) {
      this._remove(this.cursor - charLengthLeft(this.line, this.cursor), this.cursor);
    }
  },

  _deleteRight() {
    if (this.cursor < this.line.length) {
      this._remove(this.cursor, this.cursor + charLengthAt(this.line, this.cursor));
    }
  },

  _deleteWordLeft() {
    if (this.cursor === 0) return;
    const length = wordLengthLeft(StringPrototypeSlice(this.line, 0, this.cursor));
    this._remove(this.cursor - length, this.cursor);
  },

  _deleteWordRight() {
    if (this.cursor >= this.line.length) return;
    const match = RegExpPrototypeExec(/^(?:\s+|\W+|\w+)\s*/, StringPrototypeSlice(this.line, this.cursor));
    this._remove(this.cursor, this.cursor + match[0].length);
  },

  _deleteLineLeft() {
    const killed = StringPrototypeSlice(this.line, 0, this.cursor);
    this._remember(killed);
    this._remove(0, this.cursor);
  },

  _deleteLineRight() {
    const killed = StringPrototypeSlice(this.line, this.cursor);
    this._remember(killed);
    this._remove(this.cursor, this.line.length);
  },

  _wordLeft() {
    if (this.cursor > 0) this._moveCursor(-wordLengthLeft(StringPrototypeSlice(this.line, 0, this.cursor)));
  },

  _wordRight() {
    if (this.cursor >= this.line.length) return;
    const match = RegExpPrototypeExec(/^(?:\s+|[^\w\s]+|\w+)\s*/, StringPrototypeSlice(this.line, this.cursor));
    this._moveCursor(match[0].length);
  },

  // Puts what was cut onto the kill ring, from which it can be yanked.
  _remember(killed) {
    if (!killed || killed === this._killRing[0]) return;
    ArrayPrototypeUnshift(this._killRing, killed);
    this._killRingCursor = 0;
    while (this._killRing.length > MAX_KILLED) ArrayPrototypePop(this._killRing);
  },

  _yank() {
    if (this._killRing.length === 0) return;
    this._yanking = true;
    this._insertString(this._killRing[this._killRingCursor]);
  },

  // Replaces what was yanked last by what was cut before it.
  _yankPop() {
    if (!this._yanking || this._killRing.length <= 1) return;
    const last = this._killRing[this._killRingCursor];
    this._killRingCursor = (this._killRingCursor + 1) % this._killRing.length;
    const head = StringPrototypeSlice(this.line, 0, this.cursor - last.length) + this._killRing[this._killRingCursor];
    this.line = head + StringPrototypeSlice(this.line, this.cursor);
    this.cursor = head.length;
    this._refreshLine();
  },

  _swap(from, to) {
    if (from.length === 0) return;
    ArrayPrototypePush(to, { text: this.line, cursor: this.cursor });
    const { text, cursor } = ArrayPrototypePop(from);
    this.line = text;
    this.cursor = cursor;
    this._refreshLine();
  },

  _undo() {
    this._swap(this._undoStack, this._redoStack);
  },

  _redo() {
    this._swap(this._redoStack, this._undoStack);
  },

  /** Ends the line, as the return key does. */
  _line() {
    const line = this._addHistory();
    this._undoStack = [];
    this._redoStack = [];
    this.clearLine();
    this._onLine(line);
  },

  _addHistory() {
    return this._history.add(this.line, isMultiline(this.line));
  },

  _showHistory(direction) {
    this._beforeEdit();
    this.line = this._history.move(direction, this._substringSearch || '', this.line);
    this.cursor = this.line.length;
    this._refreshLine();
  },

  _historyNext() {
    if (this._history.hasNewer) this._showHistory(-1);
  },

  _historyPrev() {
    if (this._history.hasOlder) this._showHistory(1);
  },

  _moveDownOrHistoryNext() {
    if (!this._moveRow(1)) this._historyNext();
  },

  _moveUpOrHistoryPrev() {
    if (!this._moveRow(-1)) this._historyPrev();
  },

  // Moves within an input of many lines. The column that the cursor came from is kept over shorter lines.
  _moveRow(direction) {
    if (!isMultiline(this.line)) return false;
    const lines = StringPrototypeSplit(this.line, '\n');
    const row = StringPrototypeSplit(StringPrototypeSlice(this.line, 0, this.cursor), '\n').length - 1;
    const target = row + direction;
    if (target < 0 || target >= lines.length) return false;
    let start = 0;
    for (let i = 0; i < row; i++) start += lines[i].length + 1;
    const indent = (i) => (i === 0 ? this._prompt.length : CONTINUATION.length);
    const column = this._wantedColumn === -1 ? this.cursor - start + indent(row) : this._wantedColumn;
    this._wantedColumn = column;
    let place = 0;
    for (let i = 0; i < target; i++) place += lines[i].length + 1;
    let inLine = column - indent(target);
    if (inLine < 0) inLine = 0;
    else if (inLine > lines[target].length) inLine = lines[target].length;
    this._moveCursor(place + inLine - this.cursor);
    return true;
  },
};

module.exports = { editing };
