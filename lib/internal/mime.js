'use strict';

// `util.MIMEType` (https://mimesniff.spec.whatwg.org/).

const {
  FunctionPrototypeCall,
  ObjectDefineProperty,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  SafeMap,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeToLowerCase,
  Symbol,
  SymbolIterator,
} = primordials;
const { codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_MIME_SYNTAX } } = require('internal/errors');

const notToken = /[^!#$%&'*+\-.^_`|~A-Za-z0-9]/;
const notQuotable = /[^\t\u0020-~\u0080-\u00FF]/;
const asciiUpper = /[A-Z]+/g;
const trailingSpace = /[\r\n\t ]*$/;
const leadingSpace = /^[\r\n\t ]*/;
const needsBackslash = /["\\]/g;
const escaped = /\\([^])/g;
// A quoted value up to its end, or to the end of the text; perhaps with a backslash that stands last.
const quotedValue = /^((?:\\[^]|[^"\\])*)(\\?)("?)/;

/** Tells the constructor not to throw: MIMEType.parse() is the only one to know it. */
const kNoThrow = Symbol('kNoThrow');

function toAsciiLower(text) {
  return RegExpPrototypeSymbolReplace(asciiUpper, text, (letters) => StringPrototypeToLowerCase(letters));
}

function trimStart(text) {
  return RegExpPrototypeSymbolReplace(leadingSpace, text, '');
}

function trimEnd(text) {
  return RegExpPrototypeSymbolReplace(trailingSpace, text, '');
}

function search(pattern, text) {
  return RegExpPrototypeExec(pattern, text)?.index ?? -1;
}

// The text up to `mark`, and what follows the mark.
function splitAt(text, mark) {
  const at = StringPrototypeIndexOf(text, mark);
  if (at === -1) return { before: text, after: '', isFound: false };
  return { before: StringPrototypeSlice(text, 0, at), after: StringPrototypeSlice(text, at + 1), isFound: true };
}

function validateToken(text, production, whole = text) {
  const index = search(notToken, text);
  if (text === '' || index !== -1) throw new ERR_INVALID_MIME_SYNTAX(production, whole, index);
}

// Type and subtype, and the text of the parameters.
function parseType(text) {
  const { before: type, after: rest, isFound } = splitAt(trimStart(text), '/');
  if (!isFound) throw new ERR_INVALID_MIME_SYNTAX('type', text, search(notToken, type));
  validateToken(type, 'type', text);
  const { before, after } = splitAt(rest, ';');
  const subtype = trimEnd(before);
  validateToken(subtype, 'subtype', text);
  return { type: toAsciiLower(type), subtype: toAsciiLower(subtype), parameters: after };
}

function encodeValue(value) {
  if (value !== '' && search(notToken, value) === -1) return value;
  return `"${RegExpPrototypeSymbolReplace(needsBackslash, value, '\\$&')}"`;
}

// A value in quotes, and what follows the parameter.
function parseQuoted(text) {
  const { 0: whole, 1: inner, 2: backslash } = RegExpPrototypeExec(quotedValue, text);
  return {
    value: `${RegExpPrototypeSymbolReplace(escaped, inner, '$1')}${backslash}`,
    rest: splitAt(StringPrototypeSlice(text, whole.length), ';').after,
  };
}

/** Adds the parameters in `text` to `map`; what is malformed is left out. */
function parseParameters(text, map) {
  let rest = trimEnd(text);
  while (rest !== '') {
    rest = trimStart(rest);
    const end = search(/[;=]/, rest);
    if (end === -1) return;
    const name = toAsciiLower(StringPrototypeSlice(rest, 0, end));
    const hasValue = rest[end] === '=';
    rest = StringPrototypeSlice(rest, end + 1);
    if (!hasValue) continue;
    // A parameter at the end without a value, not even an empty one in quotes, is none.
    if (rest === '') return;
    let value;
    if (rest[0] === '"') {
      ({ value, rest } = parseQuoted(StringPrototypeSlice(rest, 1)));
    } else {
      const { before, after } = splitAt(rest, ';');
      value = trimEnd(before);
      rest = after;
      if (value === '') continue;
    }
    const isValid = name !== '' && search(notToken, name) === -1 && search(notQuotable, value) === -1;
    if (isValid && !map.has(name)) map.set(name, value);
  }
}

/** The parameters of a MIME type, in order. */
class MIMEParams {
  #map = new SafeMap();
  /** What is not parsed yet. */
  #text = '';

  #parsed() {
    if (this.#text !== '') {
      const text = this.#text;
      this.#text = '';
      parseParameters(text, this.#map);
    }
    return this.#map;
  }

  static from(text) {
    const params = new MIMEParams();
    params.#text = text;
    return params;
  }

  delete(name) {
    this.#parsed().delete(toAsciiLower(`${name}`));
  }

  get(name) {
    return this.#parsed().get(toAsciiLower(`${name}`)) ?? null;
  }

  has(name) {
    return this.#parsed().has(toAsciiLower(`${name}`));
  }

  set(name, value) {
    const map = this.#parsed();
    const key = toAsciiLower(`${name}`);
    const text = `${value}`;
    validateToken(key, 'parameter name');
    const index = search(notQuotable, text);
    if (index !== -1) throw new ERR_INVALID_MIME_SYNTAX('parameter value', text, index);
    map.set(key, text);
  }

  *entries() {
    yield* this.#parsed().entries();
  }

  *keys() {
    yield* this.#parsed().keys();
  }

  *values() {
    yield* this.#parsed().values();
  }

  toString() {
    let text = '';
    for (const { 0: name, 1: value } of this.#parsed()) {
      text += `${text === '' ? '' : ';'}${name}=${encodeValue(value)}`;
    }
    return text;
  }
}

const { from: paramsFrom } = MIMEParams;
delete MIMEParams.from;
const paramsToString = MIMEParams.prototype.toString;

function alias(prototype, key, method) {
  ObjectDefineProperty(prototype, key, { __proto__: null, value: method, writable: true, configurable: true });
}

alias(MIMEParams.prototype, SymbolIterator, MIMEParams.prototype.entries);
alias(MIMEParams.prototype, 'toJSON', paramsToString);

/** A MIME type: `type/subtype;name=value`. */
class MIMEType {
  #type;
  #subtype;
  #params;

  constructor(input, mode = undefined) {
    const text = `${input}`;
    if (mode != null && mode !== kNoThrow) throw new ERR_ILLEGAL_CONSTRUCTOR();
    let parsed;
    try {
      parsed = parseType(text);
    } catch (error) {
      if (mode !== kNoThrow) throw error;
      return;
    }
    this.#type = parsed.type;
    this.#subtype = parsed.subtype;
    this.#params = paramsFrom(parsed.parameters);
  }

  /** As the constructor, but null for what is no MIME type. */
  static parse(input) {
    const type = new MIMEType(input, kNoThrow);
    return type.#type === undefined ? null : type;
  }

  get type() {
    return this.#type;
  }

  set type(value) {
    const text = `${value}`;
    validateToken(text, 'type');
    this.#type = toAsciiLower(text);
  }

  get subtype() {
    return this.#subtype;
  }

  set subtype(value) {
    const text = `${value}`;
    validateToken(text, 'subtype');
    this.#subtype = toAsciiLower(text);
  }

  get essence() {
    return `${this.#type}/${this.#subtype}`;
  }

  get params() {
    return this.#params;
  }

  toString() {
    const params = FunctionPrototypeCall(paramsToString, this.#params);
    return `${this.#type}/${this.#subtype}${params === '' ? '' : `;${params}`}`;
  }
}

alias(MIMEType.prototype, 'toJSON', MIMEType.prototype.toString);

module.exports = { MIMEParams, MIMEType };
