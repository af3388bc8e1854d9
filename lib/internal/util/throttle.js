'use strict';

// `util.throttle`: a function that runs no more than a number of times in an interval.

const {
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  PromisePrototypeThen,
  PromiseReject,
  PromiseResolve,
  ReflectApply,
} = primordials;
const { codes: { ERR_THROTTLED } } = require('internal/errors');
const { TIMEOUT_MAX } = require('internal/timers');
const { kEmptyObject } = require('internal/util');
const {
  Abortion,
  Timer,
  abortError,
  defineInterface,
  makeCall,
  throwIfAborted,
} = require('internal/util/rate_functions');
const {
  validateAbortSignal,
  validateBoolean,
  validateFunction,
  validateInteger,
  validateObject,
  validateOneOf,
} = require('internal/validators');
const { markPromiseAsHandled } = internalBinding('util');
const timers = internalBinding('timers');

/** Removed elements of a Queue are kept up to this number. */
const maxRemoved = 1024;

/** First in, first out. */
class Queue {
  #list = [];
  #head = 0;

  get size() {
    return this.#list.length - this.#head;
  }

  get first() {
    return this.#list[this.#head];
  }

  get last() {
    return this.#list[this.#list.length - 1];
  }

  push(element) {
    ArrayPrototypePush(this.#list, element);
  }

  shift() {
    const element = this.#list[this.#head];
    this.#list[this.#head++] = undefined;
    if (this.#head === this.#list.length) {
      this.#list = [];
      this.#head = 0;
    } else if (this.#head > maxRemoved && this.#head * 2 >= this.#list.length) {
      this.#list = ArrayPrototypeSlice(this.#list, this.#head);
      this.#head = 0;
    }
    return element;
  }
}

/** Counts runs in windows that begin with their first run. */
class FixedWindow {
  #count = 0;
  #start;

  constructor(limit, interval) {
    this.limit = limit;
    this.interval = interval;
  }

  #isOver(now) {
    return this.#start === undefined || now - this.#start >= this.interval;
  }

  /** Whether something may run now. */
  hasRoom(now) {
    return this.#isOver(now) || this.#count < this.limit;
  }

  add(now) {
    if (this.#isOver(now)) {
      this.#count = 0;
      this.#start = now;
    }
    this.#count++;
  }

  /** How long until something may run. */
  delay(now) {
    return this.#start + this.interval - now;
  }
}

/** Looks at the runs of the last interval, whenever it is asked. */
class RollingWindow {
  #runs = new Queue();

  constructor(limit, interval) {
    this.limit = limit;
    this.interval = interval;
  }

  hasRoom(now) {
    const runs = this.#runs;
    while (runs.size > 0 && now - runs.first >= this.interval) runs.shift();
    return runs.size < this.limit;
  }

  add(now) {
    this.#runs.push(now);
  }

  delay(now) {
    return this.#runs.first + this.interval - now;
  }
}

function readOptions(options) {
  const { concurrency = Infinity, maxPending = Infinity, overflow = 'queue', signal, strict = false } = options;
  if (concurrency !== Infinity) validateInteger(concurrency, 'options.concurrency', 1);
  if (maxPending !== Infinity) validateInteger(maxPending, 'options.maxPending', 0);
  validateOneOf(overflow, 'options.overflow', ['queue', 'drop']);
  validateAbortSignal(signal, 'options.signal');
  validateBoolean(strict, 'options.strict');
  return { concurrency, maxPending, overflow, signal, strict };
}

function dropped() {
  const promise = PromiseReject(new ERR_THROTTLED());
  markPromiseAsHandled(promise);
  return promise;
}

/**
 * @param {Function} fn
 * @param {number} limit runs in an interval
 * @param {number} interval milliseconds
 * @param {object} [options]
 * @param {number} [options.concurrency] runs whose promise is not settled yet
 * @param {number} [options.maxPending] calls that wait
 * @param {'queue' | 'drop'} [options.overflow] what becomes of a call that cannot run at once
 * @param {AbortSignal} [options.signal] fails the calls that wait, and all later ones
 * @param {boolean} [options.strict] whether every interval counts, not only those that follow each other
 * @returns {Function} returns a promise for what `fn` returns
 */
function throttle(fn, limit, interval, options = kEmptyObject) {
  validateFunction(fn, 'fn');
  validateInteger(limit, 'limit', 1);
  validateInteger(interval, 'interval', 0, TIMEOUT_MAX);
  validateObject(options, 'options');
  const { concurrency, maxPending, overflow, signal, strict } = readOptions(options);
  throwIfAborted(signal);

  const Window = strict ? RollingWindow : FixedWindow;
  let window = new Window(limit, interval);
  let waiting = new Queue();
  let active = 0;

  function canRun(now) {
    return active < concurrency && window.hasRoom(now);
  }

  function run(call, now) {
    window.add(now);
    active++;
    let result;
    try {
      result = PromiseResolve(ReflectApply(fn, throttled, call.args));
    } catch (error) {
      result = PromiseReject(error);
    }
    call.resolve(result);
    PromisePrototypeThen(result, onSettled, onSettled);
  }

  function onSettled() {
    active--;
    drain();
  }

  // Runs what may run, and comes back when more may.
  function drain() {
    if (abortion.check()) return;
    while (waiting.size > 0 && canRun(timers.now())) run(waiting.shift(), timers.now());
    if (timer.isActive || waiting.size === 0 || active >= concurrency) return;
    timer.start(window.delay(timers.now()));
  }

  const timer = new Timer(drain);

  function cancelWith(error) {
    const calls = waiting;
    timer.stop();
    window = new Window(limit, interval);
    waiting = new Queue();
    while (calls.size > 0) calls.shift().reject(error);
  }

  const abortion = new Abortion(signal, cancelWith);

  function throttled(...args) {
    if (abortion.check()) return PromiseReject(abortion.error);
    const now = timers.now();
    const runsNow = waiting.size === 0 && canRun(now);
    if (!runsNow && (overflow === 'drop' || waiting.size >= maxPending)) return dropped();
    const call = makeCall(args);
    if (runsNow) {
      run(call, now);
    } else {
      waiting.push(call);
      drain();
    }
    return call.promise;
  }

  defineInterface(throttled, fn, {
    cancel(reason) {
      cancelWith(abortError(reason));
    },
    hasImmediateCapacity: () => !signal?.aborted && waiting.size === 0 && canRun(timers.now()),
    ref() {
      timer.setRef(true);
      return throttled;
    },
    unref() {
      timer.setRef(false);
      return throttled;
    },
  }, {
    pending: () => waiting.last?.promise ?? null,
    pendingCount: () => waiting.size,
    activeCount: () => active,
  });
  return throttled;
}

module.exports = { throttle };
