'use strict';

// The text of modules.

const { StringPrototypeCharCodeAt, StringPrototypeSlice } = primordials;
const { codes: { ERR_INVALID_RETURN_PROPERTY_VALUE } } = require('internal/errors');
const { isAnyArrayBuffer, isArrayBufferView } = require('internal/util/types');

/** `text` without a byte order mark. */
function stripBOM(text) {
  return StringPrototypeCharCodeAt(text, 0) === 0xFEFF ? StringPrototypeSlice(text, 1) : text;
}

/** Throws unless a load hook gave bytes, or text where that is allowed. */
function assertSource(source, allowText, hook) {
  if ((allowText && typeof source === 'string') || isArrayBufferView(source) || isAnyArrayBuffer(source)) return;
  throw new ERR_INVALID_RETURN_PROPERTY_VALUE(
    `${allowText ? 'string, ' : ''}array buffer, or typed array`, hook, 'source', source);
}

let decoder;

/** A source, which may be bytes, as text. */
function textOf(source) {
  if (typeof source === 'string') return source;
  assertSource(source, false, 'load');
  decoder ??= new (require('internal/encoding').TextDecoder)();
  return decoder.decode(source);
}

module.exports = { assertSource, stripBOM, textOf };
