'use strict';

// While a line is edited, what the program writes to the terminal has to appear above it: process.stdout and
// process.stderr hand their text to the prompt.

const { FunctionPrototypeCall } = primordials;
const { print } = internalBinding('prompt');
const { StringDecoder } = require('string_decoder');

function textOf(decoder, chunk, encoding) {
  if (typeof chunk !== 'string') return decoder.write(chunk);
  if (encoding === 'utf8' || encoding === 'utf-8' || encoding === 'buffer' || !encoding) return chunk;
  const { Buffer } = require('buffer');
  return decoder.write(Buffer.from(chunk, encoding));
}

/**
 * Has `stream` print through the prompt, if it writes to a terminal.
 * @returns {() => void} undoes that
 */
function divert(stream) {
  if (!stream.isTTY) return () => {};
  const { _write, _writev } = stream;
  const decoder = new StringDecoder('utf8');
  stream._write = (chunk, encoding, callback) => {
    print(textOf(decoder, chunk, encoding));
    FunctionPrototypeCall(callback);
  };
  stream._writev = null;
  return () => {
    stream._write = _write;
    stream._writev = _writev;
  };
}

module.exports = { divert };
