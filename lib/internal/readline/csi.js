'use strict';

// Control sequences of terminals (ECMA-48).

const ESCAPE = '\x1b';

/** CSI`2J` is the control sequence with that end. */
function CSI(strings, ...values) {
  let text = `${ESCAPE}[`;
  for (let i = 0; i < strings.length; i++) {
    text += strings[i];
    if (i < values.length) text += values[i];
  }
  return text;
}

module.exports = {
  CSI,
  ESCAPE,
  kClearLine: CSI`2K`,
  kClearScreenDown: CSI`0J`,
  kClearToLineBeginning: CSI`1K`,
  kClearToLineEnd: CSI`0K`,
};
