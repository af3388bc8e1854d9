'use strict';

// Colours: what a kind of value looks like in a terminal.

const { ObjectDefineProperty } = primordials;
const { highlightRegExp } = require('internal/util/inspect/regexp_colors');

const foreground = 39;
const background = 49;

/** SGR codes by name: on, off. `inspect.colors` */
const colors = {
  __proto__: null,
  reset: [0, 0],
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  blink: [5, 25],
  inverse: [7, 27],
  hidden: [8, 28],
  strikethrough: [9, 29],
  doubleunderline: [21, 24],
  black: [30, foreground],
  red: [31, foreground],
  green: [32, foreground],
  yellow: [33, foreground],
  blue: [34, foreground],
  magenta: [35, foreground],
  cyan: [36, foreground],
  white: [37, foreground],
  bgBlack: [40, background],
  bgRed: [41, background],
  bgGreen: [42, background],
  bgYellow: [43, background],
  bgBlue: [44, background],
  bgMagenta: [45, background],
  bgCyan: [46, background],
  bgWhite: [47, background],
  framed: [51, 54],
  overlined: [53, 55],
  gray: [90, foreground],
  redBright: [91, foreground],
  greenBright: [92, foreground],
  yellowBright: [93, foreground],
  blueBright: [94, foreground],
  magentaBright: [95, foreground],
  cyanBright: [96, foreground],
  whiteBright: [97, foreground],
  bgGray: [100, background],
  bgRedBright: [101, background],
  bgGreenBright: [102, background],
  bgYellowBright: [103, background],
  bgBlueBright: [104, background],
  bgMagentaBright: [105, background],
  bgCyanBright: [106, background],
  bgWhiteBright: [107, background],
};

const aliases = {
  __proto__: null,
  grey: 'gray',
  blackBright: 'gray',
  bgGrey: 'bgGray',
  bgBlackBright: 'bgGray',
  faint: 'dim',
  crossedout: 'strikethrough',
  strikeThrough: 'strikethrough',
  crossedOut: 'strikethrough',
  conceal: 'hidden',
  swapColors: 'inverse',
  swapcolors: 'inverse',
  doubleUnderline: 'doubleunderline',
};

for (const alias in aliases) {
  const name = aliases[alias];
  ObjectDefineProperty(colors, alias, {
    __proto__: null,
    get() {
      return this[name];
    },
    set(codes) {
      this[name] = codes;
    },
    configurable: true,
    enumerable: false,
  });
}

/** Colour names, or functions from text to text, by kind of value. `inspect.styles` */
const styles = {
  __proto__: null,
  special: 'cyan',
  number: 'yellow',
  bigint: 'yellow',
  boolean: 'yellow',
  undefined: 'grey',
  null: 'bold',
  string: 'green',
  symbol: 'green',
  date: 'magenta',
  regexp: (text) => highlightRegExp(text, styles.regexp.colors, colors),
  module: 'underline',
};
ObjectDefineProperty(styles.regexp, 'name', { __proto__: null, value: 'highlightRegExp', configurable: true });
/** The colours of nested groups, from the outside in. */
styles.regexp.colors = ['green', 'red', 'yellow', 'cyan', 'magenta'];

function stylizeWithColor(text, kind) {
  const style = styles[kind];
  if (style !== undefined) {
    const codes = colors[style];
    if (codes !== undefined) return `\u001b[${codes[0]}m${text}\u001b[${codes[1]}m`;
    if (typeof style === 'function') return style(text);
  }
  return text;
}

function stylizeNoColor(text) {
  return text;
}

module.exports = { colors, styles, stylizeNoColor, stylizeWithColor };
