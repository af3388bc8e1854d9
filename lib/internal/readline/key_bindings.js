'use strict';

// Which key does what (https://nodejs.org/api/readline.html#tty-keybindings). Mixed into the Interface's prototype.

const { DateNow, RegExpPrototypeExec, StringPrototypeCodePointAt, StringPrototypeSlice } = primordials;
const { AbortError } = require('internal/errors');
const { clearScreenDown, cursorTo } = require('internal/readline/callbacks');
const { isMultiline } = require('internal/readline/display');
const { charLengthAt, charLengthLeft } = require('internal/readline/text');
const { kEmptyObject } = require('internal/util');

/** Where lines end. `\u2028` and `\u2029` count too. */
const LINE_ENDING = /\r?\n|\r(?!\n)|\u2028|\u2029/;

const left = (self) => self._moveCursor(-charLengthLeft(self.line, self.cursor));
const right = (self) => self._moveCursor(charLengthAt(self.line, self.cursor));
const toStart = (self) => self._moveCursor(-Infinity);
const toEnd = (self) => self._moveCursor(+Infinity);
const wordLeft = (self) => self._wordLeft();
const wordRight = (self) => self._wordRight();
const deleteLeft = (self) => self._deleteLeft();
const deleteRight = (self) => self._deleteRight();
const deleteWordLeft = (self) => self._deleteWordLeft();
const deleteWordRight = (self) => self._deleteWordRight();
const deleteLineLeft = (self) => self._deleteLineLeft();
const deleteLineRight = (self) => self._deleteLineRight();

function abandon(self, key) {
  self.close();
  self._questionReject?.(new AbortError(`Aborted with Ctrl+${key}`));
}

function interrupt(self) {
  if (self.listenerCount('SIGINT') > 0) self.emit('SIGINT');
  else abandon(self, 'C');
}

function deleteOrEnd(self) {
  if (self.cursor === 0 && self.line.length === 0) abandon(self, 'D');
  else if (self.cursor < self.line.length) self._deleteRight();
}

function clearScreen(self) {
  cursorTo(self.output, 0, 0);
  clearScreenDown(self.output);
  self._refreshLine();
}

// Stops the process, as the terminal itself does outside of raw mode.
function suspend(self) {
  if (self.listenerCount('SIGTSTP') > 0) {
    self.emit('SIGTSTP');
    return;
  }
  process.once('SIGCONT', () => {
    if (!self.paused) {
      self.pause();
      self.emit('SIGCONT');
    }
    self._setRawMode(true);
    self._refreshLine();
  });
  self._setRawMode(false);
  process.kill(process.pid, 'SIGTSTP');
}

const withControlAndShift = { __proto__: null, backspace: deleteLineLeft, delete: deleteLineRight };

const withControl = {
  __proto__: null,
  a: toStart,
  b: left,
  backspace: deleteWordLeft,
  c: interrupt,
  d: deleteOrEnd,
  delete: deleteWordRight,
  e: toEnd,
  f: right,
  h: deleteLeft,
  k: deleteLineRight,
  l: clearScreen,
  left: wordLeft,
  n: (self) => self._historyNext(),
  p: (self) => self._historyPrev(),
  right: wordRight,
  u: deleteLineLeft,
  w: deleteWordLeft,
  y: (self) => self._yank(),
  z: suspend,
};

const withMeta = {
  __proto__: null,
  b: wordLeft,
  backspace: deleteWordLeft,
  d: deleteWordRight,
  delete: deleteWordRight,
  f: wordRight,
  y: (self) => self._yankPop(),
};

const plain = {
  __proto__: null,
  backspace: deleteLeft,
  delete: deleteRight,
  down: (self) => self._moveDownOrHistoryNext(),
  end: toEnd,
  enter: lineFeed,
  home: toStart,
  left,
  return: carriageReturn,
  right,
  up: (self) => self._moveUpOrHistoryPrev(),
};

function carriageReturn(self) {
  self._sawReturnAt = DateNow();
  self._line();
}

// The second half of \r\n is no line of its own.
function lineFeed(self) {
  if (self._sawReturnAt === 0 || DateNow() - self._sawReturnAt > self.crlfDelay) self._line();
  self._sawReturnAt = 0;
}

// Text that was typed or pasted; its line endings end lines.
function insertText(self, text) {
  let rest = text;
  for (let match = RegExpPrototypeExec(LINE_ENDING, rest); match !== null;
    match = RegExpPrototypeExec(LINE_ENDING, rest)) {
    self._insertString(StringPrototypeSlice(rest, 0, match.index));
    self._line();
    rest = StringPrototypeSlice(rest, match.index + match[0].length);
  }
  self._insertString(rest);
}

function pressPlain(self, text, key, previousKey) {
  // Only a line feed right after it cares about a carriage return.
  if (self._sawReturnAt && key.name !== 'enter') self._sawReturnAt = 0;
  const action = plain[key.name];
  if (action !== undefined) {
    action(self);
  } else if (key.name === 'tab' && typeof self.completer === 'function' && self.isCompletionEnabled) {
    self._tabComplete(previousKey && previousKey.name === 'tab');
  } else if (typeof text === 'string' && text) {
    insertText(self, text);
  }
}

// The arrows search for lines that begin like what stood before the cursor when the first of them was pressed.
function updateSearch(self, key) {
  const isSearch = (key.name === 'up' || key.name === 'down') && !key.ctrl && !key.meta && !key.shift;
  if (isSearch) {
    if (self._substringSearch === null && !isMultiline(self.line)) {
      self._substringSearch = StringPrototypeSlice(self.line, 0, self.cursor);
    }
  } else if (self._substringSearch !== null) {
    self._substringSearch = null;
    if (self.history.length === self.historyIndex) self.historyIndex = -1;
  }
}

const keyBindings = {
  /** Does what a key press stands for. */
  _ttyWrite(text, given) {
    const previousKey = this._previousKey;
    const key = given || kEmptyObject;
    this._previousKey = key;
    if (!key.meta || key.name !== 'y') this._yanking = false;
    updateSearch(this, key);
    if (typeof key.sequence === 'string') {
      const code = StringPrototypeCodePointAt(key.sequence, 0);
      if (code === 0x1f) return this._undo();
      if (code === 0x1e) return this._redo();
    }
    // An escape key alone does nothing.
    if (key.name === 'escape') return;
    if (key.ctrl && key.shift) withControlAndShift[key.name]?.(this);
    else if (key.ctrl) withControl[key.name]?.(this);
    else if (key.meta) withMeta[key.name]?.(this);
    else pressPlain(this, text, key, previousKey);
    if (key.name !== 'up' && key.name !== 'down') this._wantedColumn = -1;
  },
};

// A terminal that cannot move its cursor.
function writeToDumbTerminal(self, text, given) {
  const key = given || kEmptyObject;
  if (key.name === 'escape') return;
  if (self._sawReturnAt && key.name !== 'enter') self._sawReturnAt = 0;
  if (key.ctrl) {
    if (key.name === 'c') {
      if (self.listenerCount('SIGINT') > 0) self.emit('SIGINT');
      else self.close();
      return;
    }
    if (key.name === 'd') {
      self.close();
      return;
    }
  }
  if (key.name === 'return') {
    carriageReturn(self);
  } else if (key.name === 'enter') {
    lineFeed(self);
  } else if (typeof text === 'string' && text) {
    self.line += text;
    self.cursor += text.length;
    self._writeToOutput(text);
  }
}

module.exports = { keyBindings, writeToDumbTerminal };
