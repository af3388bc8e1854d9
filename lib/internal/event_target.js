'use strict';

// EventTarget and Event (https://dom.spec.whatwg.org/#events,
// https://nodejs.org/api/events.html#eventtarget-and-event-api).
//
// Differences from browsers, as in Node: there is no tree, so an event has one target and its path is that target; what a
// listener throws is an uncaught error, raised in a tick, and the other listeners still run.

const {
  ArrayPrototypePush, ArrayPrototypeSlice, ArrayPrototypeSplice, Error, FunctionPrototypeCall, NumberIsInteger,
  ObjectDefineProperties, ObjectDefineProperty, ReflectApply, SafeFinalizationRegistry, SafeMap, SafeWeakMap, SafeWeakRef, String, Symbol, SymbolFor,
  SymbolToStringTag,
} = primordials;
const {
  codes: { ERR_EVENT_RECURSION, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS, ERR_MISSING_ARGS },
} = require('internal/errors');
const { validateAbortSignal, validateObject } = require('internal/validators');
const { customInspectSymbol, kEmptyObject, kEnumerableProperty } = require('internal/util');
const { inspect } = require('internal/util/inspect');
const EventEmitter = require('events');
const { monotonicNow } = internalBinding('process_methods');

const kIsEventTarget = SymbolFor('nodejs.event_target');
const kIsNodeEventTarget = Symbol('kIsNodeEventTarget');
const kEvents = Symbol('kEvents');
const kHandlers = Symbol('kHandlers');
const kResistStopPropagation = Symbol('kResistStopPropagation');
const kWeakHandler = Symbol('kWeak');
const kNewListener = Symbol('kNewListener');
const kRemoveListener = Symbol('kRemoveListener');
const kCreateEvent = Symbol('kCreateEvent');
const kTrustEvent = Symbol('kTrustEvent');
const kMax = EventEmitter.kMaxEventTargetListeners;
const kWarned = EventEmitter.kMaxEventTargetListenersWarned;

let timeOrigin;

// What an event is doing now; only this file sees it.
let dispatchState;

/** https://dom.spec.whatwg.org/#interface-event */
class Event {
  #type;
  #bubbles;
  #cancelable;
  #composed;
  #trusted;
  #timeStamp;
  #defaultPrevented = false;
  #propagationStopped = false;
  #immediatelyStopped = false;
  #target = null;
  #dispatching = false;

  static {
    dispatchState = {
      is: (value) => typeof value === 'object' && value !== null && #type in value,
      begin(event, target) {
        event.#target = target;
        event.#dispatching = true;
      },
      end(event) {
        event.#dispatching = false;
      },
      isDispatching: (event) => event.#dispatching,
      stopped: (event) => event.#immediatelyStopped,
    };
  }

  /**
   * @param {string} type
   * @param {{ bubbles?: boolean, cancelable?: boolean, composed?: boolean }} [options]
   */
  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    if (options != null) validateObject(options, 'options');
    this.#bubbles = !!options?.bubbles;
    this.#cancelable = !!options?.cancelable;
    this.#composed = !!options?.composed;
    this.#trusted = options?.[kTrustEvent] === true;
    this.#type = `${type}`;
    timeOrigin ??= monotonicNow();
    this.#timeStamp = monotonicNow() - timeOrigin;
  }

  initEvent(type, bubbles = false, cancelable = false) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    check(this);
    if (this.#dispatching) return;
    this.#type = `${type}`;
    this.#bubbles = !!bubbles;
    this.#cancelable = !!cancelable;
  }

  [customInspectSymbol](depth, options) {
    check(this);
    const { name } = this.constructor;
    if (depth < 0) return name;
    const inner = { ...options, depth: NumberIsInteger(options.depth) ? options.depth - 1 : options.depth };
    return `${name} ${inspect({
      type: this.#type,
      defaultPrevented: this.defaultPrevented,
      cancelable: this.#cancelable,
      timeStamp: this.#timeStamp,
    }, inner)}`;
  }

  stopImmediatePropagation() {
    check(this);
    this.#propagationStopped = true;
    this.#immediatelyStopped = true;
  }

  preventDefault() {
    check(this);
    this.#defaultPrevented = true;
  }

  get target() {
    check(this);
    return this.#target;
  }

  get currentTarget() {
    check(this);
    return this.#dispatching ? this.#target : null;
  }

  get srcElement() {
    check(this);
    return this.#target;
  }

  get type() {
    check(this);
    return this.#type;
  }

  get cancelable() {
    check(this);
    return this.#cancelable;
  }

  get defaultPrevented() {
    check(this);
    return this.#cancelable && this.#defaultPrevented;
  }

  get timeStamp() {
    check(this);
    return this.#timeStamp;
  }

  composedPath() {
    check(this);
    return this.#dispatching ? [this.#target] : [];
  }

  get returnValue() {
    check(this);
    return !this.#cancelable || !this.#defaultPrevented;
  }

  get bubbles() {
    check(this);
    return this.#bubbles;
  }

  get composed() {
    check(this);
    return this.#composed;
  }

  get eventPhase() {
    check(this);
    return this.#dispatching ? Event.AT_TARGET : Event.NONE;
  }

  get cancelBubble() {
    check(this);
    return this.#propagationStopped;
  }

  set cancelBubble(value) {
    check(this);
    if (value) this.#propagationStopped = true;
  }

  stopPropagation() {
    check(this);
    this.#propagationStopped = true;
  }

  get isTrusted() {
    check(this);
    return this.#trusted;
  }
}

function check(event) {
  if (!dispatchState.is(event)) throw new ERR_INVALID_THIS('Event');
}

const phases = { NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3 };
for (const name in phases) {
  ObjectDefineProperty(Event, name, { __proto__: null, value: phases[name], enumerable: true });
}

ObjectDefineProperties(Event.prototype, {
  [SymbolToStringTag]: { __proto__: null, writable: false, enumerable: false, configurable: true, value: 'Event' },
  initEvent: kEnumerableProperty,
  stopImmediatePropagation: kEnumerableProperty,
  preventDefault: kEnumerableProperty,
  target: kEnumerableProperty,
  currentTarget: kEnumerableProperty,
  srcElement: kEnumerableProperty,
  type: kEnumerableProperty,
  cancelable: kEnumerableProperty,
  defaultPrevented: kEnumerableProperty,
  timeStamp: kEnumerableProperty,
  composedPath: kEnumerableProperty,
  returnValue: kEnumerableProperty,
  bubbles: kEnumerableProperty,
  composed: kEnumerableProperty,
  eventPhase: kEnumerableProperty,
  cancelBubble: kEnumerableProperty,
  stopPropagation: kEnumerableProperty,
  isTrusted: kEnumerableProperty,
});

/** https://dom.spec.whatwg.org/#interface-customevent */
class CustomEvent extends Event {
  #detail;

  constructor(type, options = kEmptyObject) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    super(type, options);
    this.#detail = options?.detail ?? null;
  }

  get detail() {
    if (!(#detail in this)) throw new ERR_INVALID_THIS('CustomEvent');
    return this.#detail;
  }
}
ObjectDefineProperties(CustomEvent.prototype, {
  [SymbolToStringTag]: { __proto__: null, writable: false, enumerable: false, configurable: true, value: 'CustomEvent' },
  detail: kEnumerableProperty,
});

// Weak listeners leave their list when they are collected.
const collected = new SafeFinalizationRegistry(({ target, type, listener }) => {
  const list = target.deref()?.[kEvents].get(type);
  if (list !== undefined) removeFrom(list, listener);
});
// Keeps a weak listener alive as long as the object that it is for.
const keptAlive = new SafeWeakMap();

class Listener {
  constructor(target, type, callback, options) {
    this.once = options.once;
    this.capture = options.capture;
    this.passive = options.passive;
    this.isNodeStyle = options.isNodeStyle;
    this.resistStopPropagation = options.resistStopPropagation;
    this.removed = false;
    this.reference = undefined;
    this.callback = callback;
    if (options.weak !== undefined) {
      this.reference = new SafeWeakRef(callback);
      this.callback = undefined;
      keptAlive.set(options.weak, callback);
      collected.register(callback, { target: new SafeWeakRef(target), type, listener: this }, this);
    }
  }

  /** The callback; undefined if it was weak and is gone. */
  get listener() {
    return this.callback ?? this.reference?.deref();
  }

  call(target, argument) {
    const callback = this.listener;
    if (typeof callback === 'function') return FunctionPrototypeCall(callback, target, argument);
    if (typeof callback?.handleEvent === 'function') return callback.handleEvent(argument);
  }
}

function removeFrom(list, listener) {
  for (let i = 0; i < list.length; i++) {
    if (list[i] === listener) {
      ArrayPrototypeSplice(list, i, 1);
      listener.removed = true;
      return;
    }
  }
}

function readOptions(options) {
  if (typeof options === 'boolean') options = { capture: options };
  else if (options === undefined || options === null) options = kEmptyObject;
  else if (typeof options !== 'object' && typeof options !== 'function') options = { capture: !!options };
  return {
    once: !!options.once,
    capture: !!options.capture,
    passive: !!options.passive,
    signal: options.signal,
    weak: options[kWeakHandler],
    resistStopPropagation: options[kResistStopPropagation] ?? false,
    isNodeStyle: !!options[kIsNodeStyle],
  };
}

const kIsNodeStyle = Symbol('kIsNodeStyleListener');

/** https://dom.spec.whatwg.org/#interface-eventtarget */
class EventTarget {
  static [kIsEventTarget] = true;

  constructor() {
    initEventTarget(this);
  }

  [kNewListener](size, type) {
    const limit = this[kMax];
    if (limit > 0 && size > limit && !this[kWarned]) {
      this[kWarned] = true;
      const warning = new Error('Possible EventTarget memory leak detected. ' +
        `${size} ${String(type)} listeners added to ${inspect(this, { depth: -1 })}. MaxListeners is ${limit}. ` +
        'Use events.setMaxListeners() to increase limit');
      warning.name = 'MaxListenersExceededWarning';
      warning.target = this;
      warning.type = type;
      warning.count = size;
      process.emitWarning(warning);
    }
  }

  [kRemoveListener]() {}

  /**
   * @param {string} type
   * @param {Function | { handleEvent: Function }} listener
   * @param {boolean | { capture?: boolean, once?: boolean, passive?: boolean, signal?: AbortSignal }} [options]
   */
  addEventListener(type, listener, options = kEmptyObject) {
    if (!isEventTarget(this)) throw new ERR_INVALID_THIS('EventTarget');
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('type', 'listener');
    const flags = readOptions(options);
    validateAbortSignal(flags.signal, 'options.signal');
    if (!isListener(listener)) {
      const warning = new Error(`addEventListener called with ${listener} which has no effect.`);
      warning.name = 'AddEventListenerArgumentTypeWarning';
      warning.target = this;
      warning.type = type;
      process.emitWarning(warning);
      return;
    }
    type = `${type}`;
    if (flags.signal) {
      if (flags.signal.aborted) return;
      flags.signal.addEventListener('abort', () => this.removeEventListener(type, listener, options),
        { __proto__: null, once: true, [kWeakHandler]: this, [kResistStopPropagation]: true });
    }
    let list = this[kEvents].get(type);
    if (list === undefined) this[kEvents].set(type, list = []);
    for (let i = 0; i < list.length; i++) {
      if (list[i].listener === listener && list[i].capture === flags.capture) return;
    }
    ArrayPrototypePush(list, new Listener(this, type, listener, flags));
    this[kNewListener](list.length, type, listener, flags.once, flags.capture, flags.passive, flags.weak);
  }

  removeEventListener(type, listener, options = kEmptyObject) {
    if (!isEventTarget(this)) throw new ERR_INVALID_THIS('EventTarget');
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('type', 'listener');
    if (!isListener(listener)) return;
    type = `${type}`;
    const capture = typeof options === 'object' && options !== null ? !!options.capture : !!options;
    const list = this[kEvents].get(type);
    if (list === undefined) return;
    for (let i = 0; i < list.length; i++) {
      if (list[i].listener === listener && list[i].capture === capture) {
        removeFrom(list, list[i]);
        this[kRemoveListener](list.length, type, listener, capture);
        return;
      }
    }
  }

  /**
   * @param {Event} event
   * @returns {boolean} false if the event is cancelable and was prevented
   */
  dispatchEvent(event) {
    if (!isEventTarget(this)) throw new ERR_INVALID_THIS('EventTarget');
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('event');
    if (!dispatchState.is(event)) throw new ERR_INVALID_ARG_TYPE('event', 'Event', event);
    if (dispatchState.isDispatching(event)) throw new ERR_EVENT_RECURSION(event.type);
    dispatch(this, event, event.type, event);
    return event.defaultPrevented !== true;
  }

  [kCreateEvent](value, type) {
    return new NodeEvent(type, { detail: value });
  }

  [customInspectSymbol](depth, options) {
    if (!isEventTarget(this)) throw new ERR_INVALID_THIS('EventTarget');
    const { name } = this.constructor;
    if (depth < 0) return name;
    return `${name} ${inspect({}, { ...options, depth: options.depth === null ? null : options.depth - 1 })}`;
  }
}

/** Gives `self` what the constructor would; for objects that inherit in other ways. */
function initEventTarget(self) {
  self[kEvents] = new SafeMap();
  self[kMax] = EventEmitter.defaultMaxListeners;
  self[kWarned] = false;
  self[kHandlers] = new SafeMap();
}

/**
 * Calls the listeners of `type`; node-style ones get `value`, the others the event, which is made for the first of them if
 * there is none.
 */
function dispatch(target, event, type, value) {
  const list = target[kEvents].get(type);
  if (event !== undefined) dispatchState.begin(event, target);
  if (list !== undefined) {
    const round = ArrayPrototypeSlice(list);
    for (let i = 0; i < round.length; i++) {
      const listener = round[i];
      if (listener.removed) continue;
      if (event !== undefined && dispatchState.stopped(event) && !listener.resistStopPropagation) continue;
      if (listener.once) {
        removeFrom(list, listener);
        target[kRemoveListener](list.length, type, listener.listener, listener.capture);
      }
      if (event === undefined && !listener.isNodeStyle) {
        event = target[kCreateEvent](value, type);
        dispatchState.begin(event, target);
      }
      callListener(target, listener, listener.isNodeStyle ? value : event);
    }
  }
  if (event !== undefined) dispatchState.end(event);
}

function callListener(target, listener, argument) {
  try {
    const result = listener.call(target, argument);
    if (result !== undefined && result !== null && typeof result.then === 'function') {
      FunctionPrototypeCall(result.then, result, undefined, raise);
    }
  } catch (error) {
    raise(error);
  }
}

function raise(error) {
  process.nextTick(() => { throw error; });
}

ObjectDefineProperties(EventTarget.prototype, {
  addEventListener: kEnumerableProperty,
  removeEventListener: kEnumerableProperty,
  dispatchEvent: kEnumerableProperty,
  [SymbolToStringTag]: { __proto__: null, writable: false, enumerable: false, configurable: true, value: 'EventTarget' },
});

/** An event that carries what an emitter would pass on. */
class NodeEvent extends Event {
  constructor(type, options) {
    super(type, options);
    if (options?.detail !== undefined) this.detail = options.detail;
  }
}

/** An EventTarget with the methods of an EventEmitter, for what is both. */
class NodeEventTarget extends EventTarget {
  static [kIsNodeEventTarget] = true;
  static defaultMaxListeners = 10;

  setMaxListeners(n) {
    checkNode(this);
    EventEmitter.setMaxListeners(n, this);
  }

  getMaxListeners() {
    checkNode(this);
    return this[kMax];
  }

  eventNames() {
    checkNode(this);
    const names = [];
    this[kEvents].forEach((list, name) => {
      if (list.length > 0) ArrayPrototypePush(names, name);
    });
    return names;
  }

  listenerCount(type) {
    checkNode(this);
    return this[kEvents].get(`${type}`)?.length ?? 0;
  }

  off(type, listener, options) {
    checkNode(this);
    this.removeEventListener(type, listener, options);
    return this;
  }

  removeListener(type, listener, options) {
    checkNode(this);
    this.removeEventListener(type, listener, options);
    return this;
  }

  on(type, listener) {
    checkNode(this);
    this.addEventListener(type, listener, { [kIsNodeStyle]: true });
    return this;
  }

  addListener(type, listener) {
    checkNode(this);
    this.addEventListener(type, listener, { [kIsNodeStyle]: true });
    return this;
  }

  emit(type, value) {
    checkNode(this);
    const has = (this[kEvents].get(`${type}`)?.length ?? 0) > 0;
    dispatch(this, undefined, `${type}`, value);
    return has;
  }

  once(type, listener) {
    checkNode(this);
    this.addEventListener(type, listener, { once: true, [kIsNodeStyle]: true });
    return this;
  }

  removeAllListeners(type) {
    checkNode(this);
    if (type !== undefined) this[kEvents].delete(`${type}`);
    else this[kEvents].clear();
    return this;
  }
}

function checkNode(target) {
  if (!target?.constructor?.[kIsNodeEventTarget]) throw new ERR_INVALID_THIS('NodeEventTarget');
}

for (const name of ['setMaxListeners', 'getMaxListeners', 'eventNames', 'listenerCount', 'off', 'removeListener', 'on',
  'addListener', 'once', 'emit', 'removeAllListeners']) {
  ObjectDefineProperty(NodeEventTarget.prototype, name, kEnumerableProperty);
}

const isListener = (listener) =>
  typeof listener === 'function' || (typeof listener === 'object' && listener !== null);

/** @returns {boolean} whether `value` is an EventTarget, also of another realm */
function isEventTarget(value) {
  return !!value?.constructor?.[kIsEventTarget];
}

/** @returns {Function[]} the listeners of `type` */
function listenersOf(target, type) {
  const list = target[kEvents].get(`${type}`) ?? [];
  const listeners = [];
  for (let i = 0; i < list.length; i++) {
    const { listener } = list[i];
    if (listener !== undefined) ArrayPrototypePush(listeners, listener.handleEvent ?? listener);
  }
  return listeners;
}

/**
 * Gives `prototype` an `on<name>` attribute
 * (https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-attributes).
 */
function defineEventHandler(prototype, name, event = name, newHandler) {
  const key = `on${name}`;
  const accessor = {
    get() {
      return this[kHandlers]?.get(event)?.handler ?? null;
    },
    set(value) {
      if (this[kHandlers] === undefined) initEventTarget(this);
      let wrapped = this[kHandlers].get(event);
      const isHandler = typeof value === 'function' || (typeof value === 'object' && value !== null);
      if (wrapped !== undefined) {
        // A handler that replaces another takes its place in the order.
        wrapped.handler = isHandler ? value : null;
        if (!isHandler) {
          this.removeEventListener(event, wrapped);
          this[kHandlers].delete(event);
        }
      } else if (isHandler) {
        wrapped = (...args) => {
          if (typeof wrapped.handler === 'function') return ReflectApply(wrapped.handler, this, args);
        };
        wrapped.handler = value;
        this[kHandlers].set(event, wrapped);
        this.addEventListener(event, wrapped);
      }
      newHandler?.(this, value);
    },
  };
  ObjectDefineProperty(accessor.get, 'name', { __proto__: null, value: `get ${key}` });
  ObjectDefineProperty(accessor.set, 'name', { __proto__: null, value: `set ${key}` });
  ObjectDefineProperty(prototype, key, {
    __proto__: null, get: accessor.get, set: accessor.set, configurable: true, enumerable: true,
  });
}

module.exports = {
  Event, CustomEvent, EventTarget, NodeEventTarget, defineEventHandler, initEventTarget, isEventTarget, listenersOf, kCreateEvent,
  kNewListener, kRemoveListener, kResistStopPropagation, kTrustEvent, kWeakHandler, kEvents,
};
