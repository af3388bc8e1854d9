'use strict';

// The functions of node:events beside the EventEmitter: they work on emitters and on EventTargets.

const {
  ArrayPrototypePush, AsyncIteratorPrototype, Error, NumberMAX_SAFE_INTEGER,
  ObjectSetPrototypeOf, Promise, PromiseReject, PromiseResolve, ReflectApply, SymbolAsyncDispose, SymbolAsyncIterator, SymbolDispose,
} = primordials;
const EventEmitter = require('events');
const { AbortError, codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const {
  validateAbortSignal, validateFunction, validateInteger, validateNumber, validateObject,
} = require('internal/validators');
const { kEmptyObject } = require('internal/util');
const FixedQueue = require('internal/fixed_queue');

let eventTarget;
const lazyEventTarget = () => eventTarget ??= require('internal/event_target');

const isEventTarget = (value) => lazyEventTarget().isEventTarget(value);

/** Adds a listener to an emitter or a target. @returns {() => void} that removes it */
function listen(emitter, name, listener, flags) {
  if (typeof emitter.on === 'function') {
    if (flags?.once) emitter.once(name, listener);
    else emitter.on(name, listener);
    return () => emitter.removeListener(name, listener);
  }
  if (typeof emitter.addEventListener === 'function') {
    emitter.addEventListener(name, listener, flags);
    return () => emitter.removeEventListener(name, listener);
  }
  throw new ERR_INVALID_ARG_TYPE('emitter', 'EventEmitter', emitter);
}

function onAbortOf(signal, listener) {
  const { kResistStopPropagation } = lazyEventTarget();
  signal.addEventListener('abort', listener, { __proto__: null, once: true, [kResistStopPropagation]: true });
}

/**
 * A promise of the next `name` event, as an array of its arguments; rejected by an `error` event.
 * @see https://nodejs.org/api/events.html#eventsonceemitter-name-options
 */
async function once(emitter, name, options = kEmptyObject) {
  validateObject(options, 'options');
  const { signal } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  return new Promise((resolve, reject) => {
    let removeError;
    const settle = () => {
      removeError?.();
      signal?.removeEventListener('abort', onAbort);
    };
    const remove = listen(emitter, name, (...args) => {
      settle();
      resolve(args);
    }, { __proto__: null, once: true, [lazyEventTarget().kResistStopPropagation]: true });
    if (name !== 'error' && typeof emitter.once === 'function') {
      removeError = listen(emitter, 'error', (error) => {
        remove();
        settle();
        reject(error);
      }, { once: true });
    }
    function onAbort() {
      remove();
      removeError?.();
      reject(new AbortError(undefined, { cause: signal?.reason }));
    }
    if (signal !== undefined) onAbortOf(signal, onAbort);
  });
}

/**
 * An async iterator over the `event` events of an emitter or target.
 * @see https://nodejs.org/api/events.html#eventsonemitter-eventname-options
 */
function on(emitter, event, options = kEmptyObject) {
  validateObject(options, 'options');
  const { signal } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  const highWaterMark = options.highWaterMark ?? options.highWatermark ?? NumberMAX_SAFE_INTEGER;
  validateInteger(highWaterMark, 'options.highWaterMark', 1);
  const lowWaterMark = options.lowWaterMark ?? options.lowWatermark ?? 1;
  validateInteger(lowWaterMark, 'options.lowWaterMark', 1);

  const events = new FixedQueue();
  const waiting = new FixedQueue();
  const removers = [];
  let size = 0;
  let paused = false;
  let failure = null;
  let finished = false;

  const iterator = ObjectSetPrototypeOf({
    next() {
      if (size > 0) {
        const value = events.shift();
        size--;
        if (paused && size < lowWaterMark) {
          emitter.resume?.();
          paused = false;
        }
        return PromiseResolve({ value, done: false });
      }
      if (failure !== null) {
        const rejected = PromiseReject(failure);
        failure = null;
        return rejected;
      }
      if (finished) return close();
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    return() {
      return close();
    },
    throw(error) {
      if (!error || !(error instanceof Error)) throw new ERR_INVALID_ARG_TYPE('EventEmitter.AsyncIterator', 'Error', error);
      fail(error);
    },
    [SymbolAsyncIterator]() {
      return this;
    },
    [SymbolAsyncDispose]() {
      return close();
    },
  }, AsyncIteratorPrototype);

  const addListener = (name, listener) => ArrayPrototypePush(removers, listen(emitter, name, listener));
  addListener(event, options[EventEmitter.firstEventParameter] ? onEvent : (...args) => onEvent(args));
  if (event !== 'error' && typeof emitter.on === 'function') addListener('error', fail);
  const { close: closeEvents } = options;
  for (let i = 0; i < (closeEvents?.length ?? 0); i++) addListener(closeEvents[i], close);
  const onAbort = () => fail(new AbortError(undefined, { cause: signal.reason }));
  if (signal) onAbortOf(signal, onAbort);
  return iterator;

  function onEvent(value) {
    const waiter = waiting.shift();
    if (waiter !== null) {
      waiter.resolve({ value, done: false });
      return;
    }
    size++;
    if (!paused && size > highWaterMark) {
      paused = true;
      emitter.pause?.();
    }
    events.push(value);
  }

  function fail(error) {
    const waiter = waiting.shift();
    if (waiter === null) failure = error;
    else waiter.reject(error);
    close();
  }

  function close() {
    signal?.removeEventListener('abort', onAbort);
    for (let i = 0; i < removers.length; i++) removers[i]();
    removers.length = 0;
    finished = true;
    const done = { value: undefined, done: true };
    let waiter;
    while ((waiter = waiting.shift()) !== null) waiter.resolve(done);
    return PromiseResolve(done);
  }
}

/** The listeners of an emitter or target. */
function getEventListeners(emitterOrTarget, type) {
  if (typeof emitterOrTarget.listeners === 'function') return emitterOrTarget.listeners(type);
  if (isEventTarget(emitterOrTarget)) return lazyEventTarget().listenersOf(emitterOrTarget, type);
  throw new ERR_INVALID_ARG_TYPE('emitter', ['EventEmitter', 'EventTarget'], emitterOrTarget);
}

/** The limit of listeners of an emitter or target. */
function getMaxListeners(emitterOrTarget) {
  if (typeof emitterOrTarget?.getMaxListeners === 'function') {
    return emitterOrTarget._maxListeners ?? EventEmitter.defaultMaxListeners;
  }
  if (isEventTarget(emitterOrTarget)) {
    return emitterOrTarget[EventEmitter.kMaxEventTargetListeners] ?? EventEmitter.defaultMaxListeners;
  }
  throw new ERR_INVALID_ARG_TYPE('emitter', ['EventEmitter', 'EventTarget'], emitterOrTarget);
}

/** Sets the limit of listeners, of all if none is named. */
function setMaxListeners(n = EventEmitter.defaultMaxListeners, ...eventTargets) {
  validateNumber(n, 'setMaxListeners', 0);
  if (eventTargets.length === 0) {
    EventEmitter.defaultMaxListeners = n;
    return;
  }
  for (let i = 0; i < eventTargets.length; i++) {
    const target = eventTargets[i];
    if (isEventTarget(target)) {
      target[EventEmitter.kMaxEventTargetListeners] = n;
      target[EventEmitter.kMaxEventTargetListenersWarned] = false;
    } else if (typeof target.setMaxListeners === 'function') {
      target.setMaxListeners(n);
    } else {
      throw new ERR_INVALID_ARG_TYPE('eventTargets', ['EventEmitter', 'EventTarget'], target);
    }
  }
}

/** How many listeners an emitter or target has for `type`. */
function listenerCount(emitterOrTarget, type) {
  if (typeof emitterOrTarget.listenerCount === 'function') return emitterOrTarget.listenerCount(type);
  if (isEventTarget(emitterOrTarget)) return lazyEventTarget().listenersOf(emitterOrTarget, type).length;
  return ReflectApply(EventEmitter.prototype.listenerCount, emitterOrTarget, [type]);
}

/** Calls `listener` once when `signal` aborts, whatever other listeners do to the event. */
function addAbortListener(signal, listener) {
  if (signal === undefined) throw new ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  validateFunction(listener, 'listener');
  let remove;
  if (signal.aborted) {
    queueMicrotask(() => listener());
  } else {
    onAbortOf(signal, listener);
    remove = () => signal.removeEventListener('abort', listener);
  }
  return {
    __proto__: null,
    [SymbolDispose]() {
      remove?.();
    },
  };
}

module.exports = { once, on, getEventListeners, getMaxListeners, setMaxListeners, listenerCount, addAbortListener };
