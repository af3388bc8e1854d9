'use strict';

// MessagePort and MessageChannel (https://nodejs.org/api/worker_threads.html#class-messageport). A port is a native object
// that inherits from NodeEventTarget. It holds the loop only while somebody listens to its messages, and it starts when
// the first listener comes.

const { FunctionPrototypeCall, ObjectDefineProperties, ObjectSetPrototypeOf, Symbol, TypeError } = primordials;
const binding = internalBinding('messaging');
const { MessagePort } = binding;
const {
  defineEventHandler,
  Event,
  EventTarget,
  initEventTarget,
  kCreateEvent,
  kNewListener,
  kRemoveListener,
  NodeEventTarget,
} = require('internal/event_target');
const { createMessageEvent } = require('internal/message_event');
const { customInspectSymbol } = require('internal/util');
const { readTransferList, typeError } = require('internal/worker/transfer_list');

/** The ports in the message that is being delivered. */
const kReceivedPorts = Symbol('kReceivedPorts');

class MessagePortCloseEvent extends Event {
  constructor() {
    super('close');
  }
}

/** Native code calls this for every new port. */
function initializePort(port) {
  initEventTarget(port);
  port[kReceivedPorts] = undefined;
}

const {
  [kCreateEvent]: createEvent,
  [kNewListener]: newListener,
  [kRemoveListener]: removeListener,
} = EventTarget.prototype;

ObjectSetPrototypeOf(MessagePort, NodeEventTarget);
ObjectSetPrototypeOf(MessagePort.prototype, NodeEventTarget.prototype);

const methods = {
  /**
   * Sends a clone of `message` to the other end.
   * @param {unknown} message
   * @param {object[] | { transfer?: object[] }} [transferList] what moves there instead
   * @returns {boolean | undefined} whether somebody is there; undefined if this port is closed
   */
  postMessage(message, transferList) {
    if (arguments.length === 0) {
      if (!binding.isPort(this)) throw new TypeError('Illegal invocation');
      throw typeError('Not enough arguments to MessagePort.postMessage', 'ERR_MISSING_ARGS');
    }
    const posted = binding.post(this, message, transferList === undefined ? undefined : readTransferList(transferList));
    if (typeof posted !== 'string') return posted;
    process.emitWarning(posted);
    return undefined;
  },

  /** Delivers messages from now on. Adding a listener does it, too. */
  start() {
    binding.start(this);
  },

  ref() {
    binding.ref(this);
  },

  unref() {
    binding.unref(this);
  },

  hasRef() {
    return binding.hasRef(this) === true;
  },

  /**
   * Closes both ends; each emits 'close' when it is done.
   * @param {Function} [callback] a listener of 'close'
   */
  close(callback) {
    if (typeof callback === 'function') this.once('close', callback);
    binding.close(this);
  },
};

/** Nothing is delivered while nobody listens. */
const hidden = {
  [kNewListener](size, type, ...rest) {
    if (type === 'message' && size === 1) {
      binding.ref(this);
      binding.start(this);
    }
    return FunctionPrototypeCall(newListener, this, size, type, ...rest);
  },

  [kRemoveListener](size, type, ...rest) {
    if (type === 'message' && size === 0) {
      binding.stop(this);
      binding.unref(this);
    }
    return FunctionPrototypeCall(removeListener, this, size, type, ...rest);
  },

  [kCreateEvent](data, type) {
    if (type !== 'message' && type !== 'messageerror') return FunctionPrototypeCall(createEvent, this, data, type);
    const ports = this[kReceivedPorts];
    this[kReceivedPorts] = undefined;
    return createMessageEvent(type, data, ports);
  },

  [customInspectSymbol]() {
    if (!binding.isPort(this)) return this;
    const refed = binding.hasRef(this);
    const state = refed === undefined ? { active: false } : { active: true, refed };
    return { __proto__: MessagePort.prototype, ...state, ...this };
  },
};

function method(value, enumerable) {
  return { __proto__: null, value, writable: true, enumerable, configurable: true };
}

ObjectDefineProperties(MessagePort.prototype, {
  postMessage: method(methods.postMessage, true),
  start: method(methods.start, true),
  ref: method(methods.ref, true),
  unref: method(methods.unref, true),
  hasRef: method(methods.hasRef, true),
});
defineEventHandler(MessagePort.prototype, 'message');
defineEventHandler(MessagePort.prototype, 'messageerror');
ObjectDefineProperties(MessagePort.prototype, {
  close: method(methods.close, true),
  [kNewListener]: method(hidden[kNewListener], false),
  [kRemoveListener]: method(hidden[kRemoveListener], false),
  [kCreateEvent]: method(hidden[kCreateEvent], false),
  [customInspectSymbol]: method(hidden[customInspectSymbol], false),
});

/** Two ports that are connected. */
function MessageChannel() {
  if (new.target === undefined) throw typeError('Cannot call constructor without `new`', 'ERR_CONSTRUCT_CALL_REQUIRED');
  const ports = binding.createChannel();
  this.port1 = ports[0];
  this.port2 = ports[1];
}

module.exports = {
  initializePort,
  kReceivedPorts,
  MessageChannel,
  MessagePort,
  MessagePortCloseEvent,
};
