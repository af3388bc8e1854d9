'use strict';

// AbortController and AbortSignal (https://dom.spec.whatwg.org/#aborting-ongoing-activities).

const {
  ArrayPrototypePush, ObjectDefineProperties, ObjectDefineProperty, Promise, PromiseResolve, SafeFinalizationRegistry, SafeSet, SafeWeakRef,
  Symbol, SymbolToStringTag,
} = primordials;
const {
  defineEventHandler, Event, EventTarget, kNewListener, kRemoveListener, kResistStopPropagation, kTrustEvent, kWeakHandler,
} = require('internal/event_target');
const { customInspectSymbol, kEmptyObject, kEnumerableProperty } = require('internal/util');
const { inspect } = require('internal/util/inspect');
const { codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS } } = require('internal/errors');
const { validateAbortSignal, validateAbortSignalArray, validateObject, validateUint32 } = require('internal/validators');
const { DOMException } = require('internal/domexception');

const kDontThrow = Symbol('kDontThrow');
const kAborted = Symbol('kAborted');
const kReason = Symbol('kReason');
const kTimer = Symbol('kTimer');
const kSources = Symbol('kSources');
const kDependents = Symbol('kDependents');

// Signals that must not be collected while somebody listens: those that a timer or another signal will abort.
const listenedTo = new SafeSet();

// The timer holds its signal weakly; when the signal goes, the timer goes.
const clearTimers = new SafeFinalizationRegistry((timer) => {
  require('timers').clearTimeout(timer);
});
const forgetDependents = new SafeFinalizationRegistry(({ source, dependent }) => {
  source.deref()?.[kDependents]?.delete(dependent);
});

function customInspect(self, object, depth, options) {
  if (depth < 0) return self;
  const inner = { ...options, depth: options.depth === null ? null : options.depth - 1 };
  return `${self.constructor.name} ${inspect(object, inner)}`;
}

function check(signal) {
  if (typeof signal?.[kAborted] !== 'boolean') throw new ERR_INVALID_THIS('AbortSignal');
}

class AbortSignal extends EventTarget {
  constructor(dontThrow = undefined, init = kEmptyObject) {
    if (dontThrow !== kDontThrow) throw new ERR_ILLEGAL_CONSTRUCTOR();
    super();
    this[kAborted] = init.aborted ?? false;
    this[kReason] = init.reason;
    this[kTimer] = undefined;
    this[kSources] = undefined;
    this[kDependents] = undefined;
  }

  get aborted() {
    check(this);
    return this[kAborted];
  }

  get reason() {
    check(this);
    return this[kReason];
  }

  throwIfAborted() {
    check(this);
    if (this[kAborted]) throw this[kReason];
  }

  [customInspectSymbol](depth, options) {
    return customInspect(this, { aborted: this.aborted }, depth, options);
  }

  /** A signal that is aborted already. */
  static abort(reason = new DOMException('This operation was aborted', 'AbortError')) {
    return new AbortSignal(kDontThrow, { aborted: true, reason });
  }

  /** A signal that aborts after `delay` milliseconds; it does not keep the process alive. */
  static timeout(delay) {
    validateUint32(delay, 'delay', false);
    const signal = new AbortSignal(kDontThrow);
    const weak = new SafeWeakRef(signal);
    const timer = require('timers').setTimeout(() => {
      const target = weak.deref();
      if (target === undefined) return;
      listenedTo.delete(target);
      abort(target, new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    }, delay);
    timer.unref();
    signal[kTimer] = timer;
    clearTimers.register(signal, timer);
    return signal;
  }

  /** A signal that aborts when one of `signals` does. */
  static any(signals) {
    validateAbortSignalArray(signals, 'signals');
    const result = new AbortSignal(kDontThrow);
    for (let i = 0; i < signals.length; i++) {
      if (signals[i].aborted) {
        result[kAborted] = true;
        result[kReason] = signals[i].reason;
        return result;
      }
    }
    const weak = new SafeWeakRef(result);
    result[kSources] = new SafeSet();
    for (let i = 0; i < signals.length; i++) {
      const signal = signals[i];
      // What follows others is followed through them, so that chains do not grow.
      if (signal[kSources] === undefined) follow(result, weak, signal);
      else signal[kSources].forEach((source) => { if (source.deref()) follow(result, weak, source.deref()); });
    }
    return result;
  }

  [kNewListener](size, type, listener, once, capture, passive, weak) {
    super[kNewListener](size, type, listener, once, capture, passive, weak);
    const willAbort = this[kTimer] !== undefined || this[kSources] !== undefined;
    if (willAbort && type === 'abort' && !this.aborted && !weak && size === 1) listenedTo.add(this);
  }

  [kRemoveListener](size, type, listener, capture) {
    super[kRemoveListener](size, type, listener, capture);
    if (type === 'abort' && size === 0) listenedTo.delete(this);
  }
}

function follow(result, weak, source) {
  source[kDependents] ??= new SafeSet();
  const reference = new SafeWeakRef(source);
  result[kSources].add(reference);
  source[kDependents].add(weak);
  forgetDependents.register(result, { source: reference, dependent: weak });
}

function abort(signal, reason) {
  if (signal[kAborted]) return;
  signal[kAborted] = true;
  signal[kReason] = reason;
  // All dependents are aborted before any listener runs.
  const toTell = [];
  signal[kDependents]?.forEach((weak) => {
    const dependent = weak.deref();
    if (dependent !== undefined && !dependent[kAborted]) {
      dependent[kAborted] = true;
      dependent[kReason] = reason;
      ArrayPrototypePush(toTell, dependent);
    }
  });
  tell(signal);
  for (let i = 0; i < toTell.length; i++) tell(toTell[i]);
}

function tell(signal) {
  signal.dispatchEvent(new Event('abort', { [kTrustEvent]: true }));
  listenedTo.delete(signal);
}

ObjectDefineProperties(AbortSignal.prototype, { aborted: kEnumerableProperty, reason: kEnumerableProperty, throwIfAborted: kEnumerableProperty });
ObjectDefineProperty(AbortSignal.prototype, SymbolToStringTag, {
  __proto__: null, writable: false, enumerable: false, configurable: true, value: 'AbortSignal',
});
defineEventHandler(AbortSignal.prototype, 'abort');

class AbortController {
  #signal;

  /** The controller's signal, made when it is first asked for. */
  get signal() {
    return this.#signal ??= new AbortSignal(kDontThrow);
  }

  abort(reason = new DOMException('This operation was aborted', 'AbortError')) {
    abort(this.#signal ??= new AbortSignal(kDontThrow), reason);
  }

  [customInspectSymbol](depth, options) {
    return customInspect(this, { signal: this.signal }, depth, options);
  }
}

ObjectDefineProperties(AbortController.prototype, { signal: kEnumerableProperty, abort: kEnumerableProperty });
ObjectDefineProperty(AbortController.prototype, SymbolToStringTag, {
  __proto__: null, writable: false, enumerable: false, configurable: true, value: 'AbortController',
});

/**
 * A promise that is fulfilled when `signal` aborts, held no longer than `resource`.
 * @param {AbortSignal} signal
 * @param {object} resource
 */
async function aborted(signal, resource) {
  if (signal === undefined) throw new ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  validateObject(resource, 'resource');
  if (signal.aborted) return PromiseResolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(),
                            { __proto__: null, once: true, [kWeakHandler]: resource, [kResistStopPropagation]: true });
  });
}

module.exports = { AbortController, AbortSignal, aborted };
