'use strict';

// Regular expressions in colours: a colour for each depth of nesting, shifted for operators so that they stand out.

const {
  ArrayPrototypePush,
  RegExpPrototypeExec,
  StringPrototypeIncludes,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
} = primordials;

/** How many colours operators are away from the text around them. */
const operatorShift = 3;

// What follows a backslash, beside one character: a hexadecimal code, or the number of a group.
const hexEscape = /^\\x.{0,2}/s;
const numericEscape = /^\\[0-9]+/;
const lookaround = /^\?(?:[:=!]|<[=!])/;
const repetition = /^\{([0-9]*)(,?)([0-9]*)(\}?)(\??)/;

const defaultPalette = ['green', 'red', 'yellow', 'cyan', 'magenta'];

function paletteOf(names, codesByName) {
  const chosen = names?.length > 0 ? names : defaultPalette;
  const palette = [];
  for (let i = 0; i < chosen.length; i++) {
    const codes = codesByName[chosen[i]];
    if (codes) ArrayPrototypePush(palette, { on: `\u001b[${codes[0]}m`, off: `\u001b[${codes[1]}m` });
  }
  return palette;
}

/** Goes once through the source, which is known to be valid. */
class Highlighter {
  output = '';
  position = 0;
  depth = 0;
  isInClass = false;

  constructor(source, palette) {
    this.source = source;
    this.palette = palette;
  }

  /** Writes `text` in the colour of the depth plus `shift`. */
  write(text, shift = 0) {
    const { palette } = this;
    const color = palette[(this.depth + shift) % palette.length] ?? palette[0];
    this.output += `${color.on}${text}${color.off}`;
  }

  /** Takes `text` from the source. */
  take(text, shift) {
    this.write(text, shift);
    this.position += text.length;
  }

  get rest() {
    return StringPrototypeSlice(this.source, this.position);
  }

  run() {
    const { source } = this;
    this.take('/');
    this.depth++;
    while (this.position < source.length) {
      const character = source[this.position];
      if (this.isInClass) this.inClass(character);
      else if (character === '/') break;
      else this.outside(character);
    }
    this.take('/', -1);
    if (this.position < source.length) this.write(this.rest);
    return this.output;
  }

  outside(character) {
    switch (character) {
      case '[':
        this.take('[');
        this.depth++;
        this.isInClass = true;
        break;
      case '(':
        this.group();
        break;
      case ')':
        this.depth--;
        this.take(')');
        break;
      case '\\':
        this.escape(1);
        break;
      case '{':
        this.repetition();
        break;
      case '.':
        this.take('.', 2);
        break;
      default:
        this.take(character, StringPrototypeIncludes('|+*?,^$', character) ? operatorShift : 1);
    }
  }

  inClass(character) {
    if (character === '\\') {
      this.escape(0);
    } else if (character === ']') {
      this.depth--;
      this.take(']');
      this.isInClass = false;
    } else {
      const before = this.source[this.position - 1];
      const after = this.source[this.position + 1];
      const isRange = character === '-' && before !== '[' && after !== undefined && after !== ']';
      this.take(character, isRange ? 1 : 0);
    }
  }

  // `(`, and the sign or the name after it.
  group() {
    this.take('(');
    this.depth++;
    const sign = RegExpPrototypeExec(lookaround, this.rest);
    if (sign !== null) {
      this.take(sign[0], -1);
      return;
    }
    const { rest } = this;
    if (rest[0] !== '?') return;
    const end = rest[1] === '<' ? StringPrototypeIndexOf(rest, '>') : -1;
    if (end === -1) {
      this.take('?');
      return;
    }
    this.take('?<', -1);
    this.take(StringPrototypeSlice(rest, 2, end));
    this.take('>', -1);
  }

  // An escape sequence; those with braces or angle brackets in parts.
  escape(shift) {
    const { rest } = this;
    const letter = rest[1];
    const opener = rest[2];
    if (opener === '{' && (letter === 'u' || letter === 'p' || letter === 'P')) {
      this.bracketed(StringPrototypeSlice(rest, 0, 3), '}', 0);
      return;
    }
    if (!this.isInClass && letter === 'k' && opener === '<') {
      this.bracketed('\\k<', '>', 1);
      return;
    }
    const code = RegExpPrototypeExec(hexEscape, rest) ??
      (this.isInClass ? null : RegExpPrototypeExec(numericEscape, rest));
    this.take(code === null ? StringPrototypeSlice(rest, 0, 2) : code[0], shift);
  }

  bracketed(open, close, outwards) {
    const end = StringPrototypeIndexOf(this.source, close, this.position + open.length);
    if (end === -1) {
      this.take(open, 1);
      return;
    }
    const inner = StringPrototypeSlice(this.source, this.position + open.length, end);
    this.take(open, -outwards);
    this.take(inner, 1 - outwards);
    this.take(close, -outwards);
  }

  // `{2}`, `{2,}`, `{2,3}`, perhaps lazy; other braces stand for themselves.
  repetition() {
    const { 1: least, 2: comma, 3: most, 4: close, 5: lazy } = RegExpPrototypeExec(repetition, this.rest);
    if (least === '' && comma === '') {
      this.take('{', 1);
      return;
    }
    this.take('{');
    this.depth++;
    if (least !== '') this.take(least, 1);
    if (comma !== '') this.take(comma);
    if (most !== '') this.take(most, 1);
    if (close !== '') {
      this.depth--;
      this.take('}');
    }
    if (lazy !== '') this.take('?', operatorShift);
  }
}

/**
 * @param {string} source `/pattern/flags`
 * @param {string[]} names of colours, from the outside in
 * @param {Record<string, [number, number]>} codesByName
 * @returns {string}
 */
function highlightRegExp(source, names, codesByName) {
  return new Highlighter(source, paletteOf(names, codesByName)).run();
}

module.exports = { highlightRegExp };
