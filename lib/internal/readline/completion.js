'use strict';

// Completion by the tab key. Mixed into the Interface's prototype.

const {
  ArrayPrototypeFilter,
  ArrayPrototypeMap,
  MathFloor,
  StringPrototypeRepeat,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
} = primordials;
const { commonPrefix } = require('internal/readline/text');
const { inspect } = require('internal/util/inspect');
const { getStringWidth } = require('internal/util/string_width');

// All completions in columns; an empty one stands for a new group.
function inColumns(completions, columns) {
  const widths = ArrayPrototypeMap(completions, (completion) => getStringWidth(completion));
  let widest = 0;
  for (let i = 0; i < widths.length; i++) if (widths[i] > widest) widest = widths[i];
  const width = widest + 2;
  let perLine = MathFloor(columns / width) || 1;
  if (perLine === Infinity) perLine = 1;
  let text = '\r\n';
  let inLine = 0;
  let padding = 0;
  for (let i = 0; i < completions.length; i++) {
    const completion = completions[i];
    if (completion === '' || inLine === perLine) {
      text += '\r\n';
      inLine = 0;
      padding = 0;
    } else {
      text += StringPrototypeRepeat(' ', padding);
    }
    if (completion === '') {
      text += '\r\n';
    } else {
      text += completion;
      padding = width - widths[i];
      inLine++;
    }
  }
  return inLine === 0 ? text : `${text}\r\n\r\n`;
}

const completion = {
  /** Asks the completer. */
  _tabComplete(lastKeypressWasTab) {
    this.pause();
    this.completer(StringPrototypeSlice(this.line, 0, this.cursor), (error, value) => {
      this.resume();
      if (error) this._writeToOutput(`Tab completion error: ${inspect(error)}`);
      else this._tabCompleter(lastKeypressWasTab, value);
    });
  },

  // Adds what all completions share; shows them on the second press.
  _tabCompleter(lastKeypressWasTab, { 0: completions, 1: completeOn }) {
    if (!completions || completions.length === 0) return;
    const prefix = commonPrefix(ArrayPrototypeFilter(completions, (text) => text !== ''));
    if (StringPrototypeStartsWith(prefix, completeOn) && prefix.length > completeOn.length) {
      this._insertString(StringPrototypeSlice(prefix, completeOn.length));
      return;
    }
    if (!StringPrototypeStartsWith(completeOn, prefix)) {
      const head = StringPrototypeSlice(this.line, 0, this.cursor - completeOn.length) + prefix;
      this.line = head + StringPrototypeSlice(this.line, this.cursor);
      this.cursor = head.length;
      this._refreshLine();
      return;
    }
    if (!lastKeypressWasTab) return;
    this._beforeEdit();
    this._writeToOutput(inColumns(completions, this.columns));
    this._refreshLine();
  },
};

module.exports = { completion };
