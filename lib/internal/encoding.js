'use strict';

// TextEncoder and TextDecoder (https://encoding.spec.whatwg.org). A whole UTF-8 text takes one native call; for other
// encodings, and for text in pieces, a native decoder keeps the state.

const {
  Boolean,
  ObjectDefineProperties,
  SymbolToStringTag,
  Uint8Array,
} = primordials;
const {
  Decoder,
  decodeUtf8,
  encodeInto,
  encodeIntoResults,
  encodeUtf8String,
  resolveLabel,
} = internalBinding('encoding_binding');
const {
  codes: { ERR_ENCODING_NOT_SUPPORTED, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS },
} = require('internal/errors');
const { customInspectSymbol, getConstructorOf, kEmptyObject, kEnumerableProperty } = require('internal/util');
const { inspect } = require('internal/util/inspect');
const { isUint8Array } = require('internal/util/types');
const { kValidateObjectAllowObjectsAndNull, validateObject, validateString } = require('internal/validators');

/** Turns strings into UTF-8. */
class TextEncoder {
  #encoding = 'utf-8';

  #encode(input) {
    return encodeUtf8String(`${input}`);
  }

  #encodeInto(source, target) {
    encodeInto(source, target, encodeIntoResults);
    return { read: encodeIntoResults[0], written: encodeIntoResults[1] };
  }

  get encoding() {
    return this.#encoding;
  }

  encode(input = '') {
    return this.#encode(input);
  }

  encodeInto(src, dest) {
    validateString(src, 'src');
    if (!dest || !isUint8Array(dest)) throw new ERR_INVALID_ARG_TYPE('dest', 'Uint8Array', dest);
    return this.#encodeInto(src, dest);
  }

  [customInspectSymbol](depth, options) {
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = { __proto__: { constructor: getConstructorOf(this) ?? TextEncoder } };
    shown.encoding = this.#encoding;
    return inspect(shown, options);
  }
}

ObjectDefineProperties(TextEncoder.prototype, {
  encode: kEnumerableProperty,
  encodeInto: kEnumerableProperty,
  encoding: kEnumerableProperty,
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'TextEncoder' },
});

const nothing = new Uint8Array(0);

/** The name of the encoding that a label stands for, undefined if there is none. */
function getEncodingFromLabel(label) {
  if (label === 'utf-8' || label === 'utf8') return 'utf-8';
  return resolveLabel(label);
}

let isTextDecoder;

/** Turns bytes of any encoding of the web into strings. */
class TextDecoder {
  #encoding;
  #fatal;
  #ignoreBOM;
  // Made when there is a state to keep.
  #decoder;

  static {
    isTextDecoder = (value) => typeof value === 'object' && value !== null && #encoding in value;
  }

  constructor(encoding = 'utf-8', options = kEmptyObject) {
    encoding = `${encoding}`;
    validateObject(options, 'options', kValidateObjectAllowObjectsAndNull);
    this.#encoding = getEncodingFromLabel(encoding);
    if (this.#encoding === undefined) throw new ERR_ENCODING_NOT_SUPPORTED(encoding);
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
    if (this.#encoding !== 'utf-8') this.#prepare();
  }

  #prepare() {
    this.#decoder = new Decoder(this.#encoding, this.#fatal, this.#ignoreBOM);
  }

  decode(input = nothing, options = kEmptyObject) {
    check(this);
    validateObject(options, 'options', kValidateObjectAllowObjectsAndNull);
    const stream = Boolean(options?.stream);
    if (this.#decoder === undefined) {
      if (!stream) return decodeUtf8(input, this.#ignoreBOM, this.#fatal);
      this.#prepare();
    }
    return this.#decoder.decode(input, !stream);
  }

  get encoding() {
    check(this);
    return this.#encoding;
  }

  get fatal() {
    check(this);
    return this.#fatal;
  }

  get ignoreBOM() {
    check(this);
    return this.#ignoreBOM;
  }

  [customInspectSymbol](depth, options) {
    check(this);
    const constructor = getConstructorOf(this) ?? TextDecoder;
    if (typeof depth === 'number' && depth < 0) return options.stylize(`[${constructor.name}]`, 'special');
    const shown = { __proto__: { constructor } };
    shown.encoding = this.#encoding;
    shown.fatal = this.#fatal;
    shown.ignoreBOM = this.#ignoreBOM;
    return `${constructor.name} ${inspect(shown)}`;
  }
}

function check(value) {
  if (!isTextDecoder(value)) throw new ERR_INVALID_THIS('TextDecoder');
}

ObjectDefineProperties(TextDecoder.prototype, {
  decode: kEnumerableProperty,
  encoding: kEnumerableProperty,
  fatal: kEnumerableProperty,
  ignoreBOM: kEnumerableProperty,
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'TextDecoder' },
});

module.exports = { TextDecoder, TextEncoder, getEncodingFromLabel };
