'use strict';

// `util.styleText`

const {
  ArrayIsArray,
  NumberParseInt,
  ObjectGetOwnPropertyNames,
  RegExpPrototypeExec,
  StringPrototypeReplaceAll,
  StringPrototypeSlice,
  StringPrototypeEndsWith,
} = primordials;
const { codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { colors: codesByName } = require('internal/util/inspect/style');
const { validateBoolean, validateObject, validateOneOf, validateString } = require('internal/validators');

const hexColor = /^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/;
// They share a code that ends them, so that the end of the one would end the other, too.
const bold = 1;
const dim = 2;

function escape(code) {
  return `\u001b[${code}m`;
}

function hexStyle(hex) {
  if (RegExpPrototypeExec(hexColor, hex) === null) {
    throw new ERR_INVALID_ARG_VALUE('format', hex, 'must be a valid hex color (#RGB or #RRGGBB)');
  }
  const isShort = hex.length === 4;
  const part = (i) => {
    const digits = isShort ? `${hex[i + 1]}${hex[i + 1]}` : StringPrototypeSlice(hex, 2 * i + 1, 2 * i + 3);
    return NumberParseInt(digits, 16);
  };
  return { open: escape(`38;2;${part(0)};${part(1)};${part(2)}`), close: escape(39), keepsClose: false };
}

function styleOf(name) {
  if (typeof name === 'string' && name[0] === '#') return hexStyle(name);
  const codes = codesByName[name];
  if (!codes) validateOneOf(name, 'format', ObjectGetOwnPropertyNames(codesByName));
  return { open: escape(codes[0]), close: escape(codes[1]), keepsClose: codes[0] === bold || codes[0] === dim };
}

// A style that ends inside of the text begins again.
function reopen(text, { open, close, keepsClose }) {
  const endsHere = StringPrototypeEndsWith(text, close);
  const body = endsHere ? StringPrototypeSlice(text, 0, -close.length) : text;
  const reopened = StringPrototypeReplaceAll(body, close, keepsClose ? `${close}${open}` : open);
  return endsHere ? `${reopened}${close}` : reopened;
}

function isColorless(options) {
  const streams = require('internal/deps/readable-stream/lib/internal/streams/utils');
  const stream = options?.stream ?? process.stdout;
  if (!streams.isReadableStream(stream) && !streams.isWritableStream(stream) && !streams.isNodeStream(stream)) {
    throw new ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  }
  return !require('internal/util/colors').shouldColorize(stream);
}

/**
 * @param {string | string[]} format names of `inspect.colors`, colours such as #ff8800, or 'none'
 * @param {string} text
 * @param {object} [options]
 * @param {boolean} [options.validateStream] whether a stream without colours gets the bare text
 * @param {import('stream').Stream} [options.stream]
 * @returns {string}
 */
function styleText(format, text, options) {
  validateString(text, 'text');
  if (options !== undefined) validateObject(options, 'options');
  const validateStream = options?.validateStream ?? true;
  validateBoolean(validateStream, 'options.validateStream');
  const isPlain = validateStream && isColorless(options);

  const names = ArrayIsArray(format) ? format : [format];
  let open = '';
  let close = '';
  let styled = text;
  for (let i = 0; i < names.length; i++) {
    if (names[i] === 'none') continue;
    const style = styleOf(names[i]);
    open += style.open;
    close = `${style.close}${close}`;
    styled = reopen(styled, style);
  }
  return isPlain ? text : `${open}${styled}${close}`;
}

module.exports = { styleText };
