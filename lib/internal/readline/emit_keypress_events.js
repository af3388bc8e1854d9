'use strict';

// Has a stream emit 'keypress' for what comes in (https://nodejs.org/api/readline.html#readlineemitkeypresseventsstream-interface).

const { SafeStringIterator, Symbol } = primordials;
const { ESCAPE } = require('internal/readline/csi');
const { emitKeys } = require('internal/readline/keys');
const { charLengthAt } = require('internal/readline/text');
const { clearTimeout, setTimeout } = require('timers');

/** How long an escape character waits for the rest of a sequence, in milliseconds. */
const ESCAPE_CODE_TIMEOUT = 500;
const kKeys = Symbol('keys');
const kDecoder = Symbol('keypress-decoder');

function restart(stream) {
  stream[kKeys] = emitKeys(stream);
  stream[kKeys].next();
}

/**
 * @param {Readable} stream
 * @param {Interface} [owner] is told whether single keys or pasted text come in
 */
function emitKeypressEvents(stream, owner = {}) {
  if (stream[kDecoder]) return;
  const { StringDecoder } = require('string_decoder');
  stream[kDecoder] = new StringDecoder('utf8');
  restart(stream);
  let timer;
  const endEscape = () => stream[kKeys].next('');

  function take(text) {
    clearTimeout(timer);
    owner._sawKeyPress = charLengthAt(text, 0) === text.length;
    // A tab within pasted text is no wish for completion.
    owner.isCompletionEnabled = false;
    let length = 0;
    const iterator = new SafeStringIterator(text);
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      const character = next.value;
      length += character.length;
      if (length === text.length) owner.isCompletionEnabled = true;
      try {
        stream[kKeys].next(character);
        if (length === text.length && character === ESCAPE) {
          timer = setTimeout(endEscape, owner.escapeCodeTimeout ?? ESCAPE_CODE_TIMEOUT);
        }
      } catch (error) {
        // A listener's throw ended the generator.
        restart(stream);
        throw error;
      }
    }
  }

  function onData(input) {
    if (stream.listenerCount('keypress') === 0) {
      // Nobody listens any more.
      stream.removeListener('data', onData);
      stream.on('newListener', onNewListener);
      return;
    }
    const text = stream[kDecoder].write(input);
    if (text) take(text);
  }

  function onNewListener(event) {
    if (event !== 'keypress') return;
    stream.on('data', onData);
    stream.removeListener('newListener', onNewListener);
  }

  if (stream.listenerCount('keypress') > 0) stream.on('data', onData);
  else stream.on('newListener', onNewListener);
}

module.exports = { ESCAPE_CODE_TIMEOUT, emitKeypressEvents };
