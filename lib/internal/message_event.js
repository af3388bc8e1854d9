'use strict';

// MessageEvent (https://html.spec.whatwg.org/#the-messageevent-interface).

const {
  ArrayFrom, ObjectDefineProperties, ObjectFreeze, String, StringPrototypeToWellFormed, SymbolIterator, SymbolToStringTag, TypeError,
} = primordials;
const { isPort } = internalBinding('messaging');
const { Event } = require('internal/event_target');
const { kEnumerableProperty } = require('internal/util');

/** Made by this file, from values that need no check. */
let createTrustedly;

function fail(message) {
  throw new TypeError(`MessageEvent constructor: ${message}`);
}

function isObject(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function portOrNull(value, name) {
  if (value === undefined || value === null) return null;
  if (!isPort(value)) fail(`Expected eventInitDict.${name} ("${String(value)}") to be an instance of MessagePort.`);
  return value;
}

function listOfPorts(value) {
  if (value === undefined) return [];
  if (!isObject(value) || typeof value[SymbolIterator] !== 'function') {
    fail(`eventInitDict.ports (${String(value)}) is not iterable.`);
  }
  const list = ArrayFrom(value);
  for (let i = 0; i < list.length; i++) portOrNull(list[i] ?? 0, `ports[${i}]`);
  return list;
}

class MessageEvent extends Event {
  #data = null;
  #origin = '';
  #lastEventId = '';
  #source = null;
  #ports = [];

  static {
    createTrustedly = (type, data, ports) => {
      const event = new MessageEvent(type);
      event.#data = data;
      if (ports !== undefined) event.#ports = ports;
      return event;
    };
  }

  /**
   * @param {string} type
   * @param {{ data?: unknown, origin?: string, lastEventId?: string, source?: MessagePort, ports?: MessagePort[] }} [init]
   */
  constructor(type, init = undefined) {
    if (arguments.length === 0) fail('1 argument required, but 0 found.');
    if (init !== undefined && init !== null && !isObject(init)) {
      fail(`Expected ${String(init)} to be one of: Null, Undefined, Object.`);
    }
    super(type, init ?? undefined);
    if (init === undefined || init === null) return;
    const { data, origin, lastEventId, source, ports } = init;
    if (data !== undefined) this.#data = data;
    if (origin !== undefined) this.#origin = StringPrototypeToWellFormed(`${origin}`);
    if (lastEventId !== undefined) this.#lastEventId = `${lastEventId}`;
    this.#source = portOrNull(source, 'source');
    this.#ports = listOfPorts(ports);
  }

  get data() {
    return this.#data;
  }

  get origin() {
    return this.#origin;
  }

  get lastEventId() {
    return this.#lastEventId;
  }

  get source() {
    return this.#source;
  }

  get ports() {
    return ObjectFreeze(this.#ports);
  }

  /** Events are what they were made as: this gives a new one. */
  initMessageEvent(
    type, bubbles = false, cancelable = false, data = null, origin = '', lastEventId = '', source = null, ports = []) {
    return new MessageEvent(type, { bubbles, cancelable, data, origin, lastEventId, source, ports });
  }
}

ObjectDefineProperties(MessageEvent.prototype, {
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'MessageEvent' },
  data: kEnumerableProperty,
  origin: kEnumerableProperty,
  lastEventId: kEnumerableProperty,
  source: kEnumerableProperty,
  ports: kEnumerableProperty,
  initMessageEvent: kEnumerableProperty,
});

/**
 * The event of a message that arrived.
 * @param {string} type
 * @param {unknown} data
 * @param {MessagePort[]} [ports]
 * @returns {MessageEvent}
 */
function createMessageEvent(type, data, ports) {
  return createTrustedly(type, data, ports);
}

module.exports = { createMessageEvent, MessageEvent };
