'use strict';

// node:querystring (https://nodejs.org/api/querystring.html)

const {
  ArrayIsArray,
  ArrayPrototypePush,
  Int8Array,
  MathAbs,
  NumberIsFinite,
  ObjectKeys,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  String,
  StringPrototypeCharCodeAt,
  StringPrototypeIncludes,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  decodeURIComponent,
} = primordials;
const { Buffer } = require('buffer');
const { percentEncode } = require('internal/querystring');

const kPercent = 0x25;
const kPlus = 0x2b;
const kSpace = 0x20;

// Programs may replace `escape` and `unescape` here: parse and stringify use what they find.
const QueryString = module.exports = {
  unescapeBuffer,
  unescape: qsUnescape,
  escape: qsEscape,
  stringify,
  encode: stringify,
  parse,
  decode: parse,
};

/** Values of hexadecimal digits by character code, -1 for what is none. */
const digitValues = new Int8Array(256);
for (let i = 0; i < 256; i++) {
  if (i >= 48 && i <= 57) digitValues[i] = i - 48;
  else if ((i | 32) >= 97 && (i | 32) <= 102) digitValues[i] = (i | 32) - 87;
  else digitValues[i] = -1;
}

/**
 * Undoes percent-encoding. What is malformed stays.
 * @param {string} s
 * @param {boolean} decodeSpaces whether `+` is a space
 * @returns {Buffer}
 */
function unescapeBuffer(s, decodeSpaces) {
  const { length } = s;
  const out = Buffer.allocUnsafe(length);
  let at = 0;
  let isChanged = false;
  for (let i = 0; i < length; i++) {
    let code = StringPrototypeCharCodeAt(s, i);
    if (code === kPlus && decodeSpaces) {
      code = kSpace;
    } else if (code === kPercent && i < length - 2) {
      const high = digitValues[StringPrototypeCharCodeAt(s, i + 1)];
      const low = digitValues[StringPrototypeCharCodeAt(s, i + 2)];
      if (high >= 0 && low >= 0) {
        code = high * 16 + low;
        i += 2;
        isChanged = true;
      }
    }
    out[at++] = code;
  }
  return isChanged ? out.slice(0, at) : out;
}

/** Undoes percent-encoding; malformed UTF-8 becomes U+FFFD. */
function qsUnescape(s, decodeSpaces) {
  try {
    return decodeURIComponent(s);
  } catch {
    return QueryString.unescapeBuffer(s, decodeSpaces).toString();
  }
}

/** Percent-encodes all but letters, digits and `-_.!~*'()`. */
function qsEscape(str) {
  if (typeof str !== 'string') str = typeof str === 'object' ? String(str) : `${str}`;
  return percentEncode(str);
}

/** What a program's own encoder gets. */
function primitiveText(value) {
  switch (typeof value) {
    case 'string': return value;
    case 'number': return NumberIsFinite(value) ? `${value}` : '';
    case 'bigint': return `${value}`;
    case 'boolean': return value ? 'true' : 'false';
    default: return '';
  }
}

/** The text of a value, encoded where it can need that. */
function encodedText(value, encode) {
  switch (typeof value) {
    case 'string': return value.length === 0 ? '' : encode(value);
    // From here on numbers are written with `e+`.
    case 'number': return MathAbs(value) >= 1e21 && NumberIsFinite(value) ? encode(`${value}`) : primitiveText(value);
    default: return primitiveText(value);
  }
}

const throughEncoder = (value, encode) => encode(primitiveText(value));

/**
 * @param {object} obj
 * @param {string} [sep]
 * @param {string} [eq]
 * @param {{ encodeURIComponent?: (text: string) => string }} [options]
 * @returns {string}
 */
function stringify(obj, sep, eq, options) {
  if (obj === null || typeof obj !== 'object') return '';
  sep ||= '&';
  eq ||= '=';
  let encode = QueryString.escape;
  if (options && typeof options.encodeURIComponent === 'function') encode = options.encodeURIComponent;
  const convert = encode === qsEscape ? encodedText : throughEncoder;
  const keys = ObjectKeys(obj);
  let fields = '';
  for (let i = 0; i < keys.length; i++) {
    const value = obj[keys[i]];
    const start = `${convert(keys[i], encode)}${eq}`;
    if (!ArrayIsArray(value)) {
      if (fields !== '') fields += sep;
      fields += start + convert(value, encode);
      continue;
    }
    for (let j = 0; j < value.length; j++) {
      if (fields !== '') fields += sep;
      fields += start + convert(value[j], encode);
    }
  }
  return fields;
}

const escapedByte = /%[0-9a-fA-F]{2}/;
const everyPlus = /\+/g;

function decoded(text, decode, isCustom) {
  if (text === '') return '';
  if (StringPrototypeIncludes(text, '+')) text = RegExpPrototypeSymbolReplace(everyPlus, text, isCustom ? '%20' : ' ');
  if (!isCustom && RegExpPrototypeExec(escapedByte, text) === null) return text;
  try {
    return decode(text);
  } catch {
    return QueryString.unescape(text, true);
  }
}

function add(obj, name, value) {
  const existing = obj[name];
  if (existing === undefined) obj[name] = value;
  else if (typeof existing === 'string') obj[name] = [existing, value];
  else ArrayPrototypePush(existing, value);
}

/**
 * @param {string} qs
 * @param {string} [sep]
 * @param {string} [eq]
 * @param {{ maxKeys?: number, decodeURIComponent?: (text: string) => string }} [options]
 * @returns {object} without a prototype; a name that comes again has an array
 */
function parse(qs, sep, eq, options) {
  const obj = { __proto__: null };
  if (typeof qs !== 'string' || qs.length === 0) return obj;
  sep = sep ? `${sep}` : '&';
  eq = eq ? `${eq}` : '=';
  let left = 1000;
  if (options && typeof options.maxKeys === 'number') left = options.maxKeys > 0 ? options.maxKeys : -1;
  let decode = QueryString.unescape;
  if (options && typeof options.decodeURIComponent === 'function') decode = options.decodeURIComponent;
  const isCustom = decode !== qsUnescape;
  const { length } = qs;
  // The next `=`, looked for again only when it has been passed.
  let equals = -1;
  for (let start = 0; start < length;) {
    let end = StringPrototypeIndexOf(qs, sep, start);
    if (end === -1) end = length;
    if (start < end) {
      if (equals < start) {
        equals = StringPrototypeIndexOf(qs, eq, start);
        if (equals === -1) equals = length;
      }
      const hasValue = equals + eq.length <= end;
      const name = decoded(StringPrototypeSlice(qs, start, hasValue ? equals : end), decode, isCustom);
      const value = hasValue ? decoded(StringPrototypeSlice(qs, equals + eq.length, end), decode, isCustom) : '';
      add(obj, name, value);
    }
    // Empty pairs count too.
    if (--left === 0) break;
    start = end + sep.length;
  }
  return obj;
}
