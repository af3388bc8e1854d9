'use strict';

// BroadcastChannel: every channel hears all others of its name, in all threads of the process
// (https://html.spec.whatwg.org/#broadcasting-to-other-browsing-contexts).

const { ObjectDefineProperties } = primordials;
const { createBroadcast } = internalBinding('messaging');
const { defineEventHandler, EventTarget } = require('internal/event_target');
const { codes: { ERR_INVALID_THIS, ERR_MISSING_ARGS } } = require('internal/errors');
const { DOMException } = require('internal/domexception');
const { createMessageEvent } = require('internal/message_event');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');
const { inspect } = require('internal/util/inspect');

/** Whether a value is one; only the class itself can tell. */
let isChannel;

class BroadcastChannel extends EventTarget {
  #name;
  #port;

  static {
    isChannel = (value) => typeof value === 'object' && value !== null && #name in value;
  }

  /** @param {string} name */
  constructor(name) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    super();
    this.#name = `${name}`;
    this.#port = createBroadcast(this.#name);
    this.#port.on('message', (data) => this.dispatchEvent(createMessageEvent('message', data)));
    this.#port.on('messageerror', (data) => this.dispatchEvent(createMessageEvent('messageerror', data)));
  }

  get name() {
    check(this);
    return this.#name;
  }

  /** Nothing is heard any more. */
  close() {
    check(this);
    if (this.#port === undefined) return;
    this.#port.removeAllListeners();
    this.#port.close();
    this.#port = undefined;
  }

  /** Sends a clone of `message` to all others. */
  postMessage(message) {
    check(this);
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('message');
    if (this.#port === undefined) throw new DOMException('BroadcastChannel is closed.', 'InvalidStateError');
    if (this.#port.postMessage(message) === undefined) throw new DOMException('Message could not be posted.');
  }

  ref() {
    check(this);
    this.#port?.ref();
    return this;
  }

  /** The process may end while the channel is open. */
  unref() {
    check(this);
    this.#port?.unref();
    return this;
  }

  [customInspectSymbol](depth, options) {
    check(this);
    if (depth < 0) return 'BroadcastChannel';
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `BroadcastChannel ${inspect({ name: this.#name, active: this.#port !== undefined }, inner)}`;
  }
}

function check(value) {
  if (!isChannel(value)) throw new ERR_INVALID_THIS('BroadcastChannel');
}

ObjectDefineProperties(BroadcastChannel.prototype, {
  name: kEnumerableProperty,
  close: kEnumerableProperty,
  postMessage: kEnumerableProperty,
});
defineEventHandler(BroadcastChannel.prototype, 'message');
defineEventHandler(BroadcastChannel.prototype, 'messageerror');

module.exports = { BroadcastChannel };
