'use strict';

// Ticks and microtasks.
//
// process.nextTick puts callbacks on a queue of fixed-size blocks. Native code enters `processTicksAndRejections` when
// it leaves a callback scope while a tick is scheduled or a rejection waits; both are flagged in `tickInfo`, an array
// that native code reads without a call. The order: all ticks; all microtasks; again until both
// are empty; then rejections are judged, which may schedule more, so again.
//
// A tick that throws leaves this loop by native code's uncaught-error path; what was queued behind it stays
// queued, and `tickInfo` keeps saying so.

const { Array, FunctionPrototypeCall, ReflectApply } = primordials;
const { enqueueMicrotask, runMicrotasks, setTickCallback, tickInfo } = internalBinding('task_queue');
const { triggerUncaughtException } = internalBinding('errors');
const asyncHooks = require('internal/async_hooks');
const { async_id_symbol, trigger_async_id_symbol, newAsyncId, getDefaultTriggerAsyncId } = asyncHooks;
const frames = require('internal/async_context_frame');
const FixedQueue = require('internal/fixed_queue');
const { validateFunction } = require('internal/validators');
const { processPromiseRejections } = require('internal/process/promises');

const kHasTickScheduled = 0;
const kHasRejectionToWarn = 1;

const queue = new FixedQueue();

/** Runs ticks, microtasks and the judging of rejections until nothing is left. */
function processTicksAndRejections() {
  let tick;
  do {
    while ((tick = queue.shift()) !== null) {
      const previous = frames.exchange(tick.frame);
      const asyncId = tick[async_id_symbol];
      asyncHooks.emitBefore(asyncId, tick[trigger_async_id_symbol], tick);
      try {
        const { callback, args } = tick;
        if (args === undefined) {
          callback();
        } else {
          switch (args.length) {
            case 1: callback(args[0]); break;
            case 2: callback(args[0], args[1]); break;
            case 3: callback(args[0], args[1], args[2]); break;
            default: ReflectApply(callback, undefined, args);
          }
        }
      } finally {
        asyncHooks.emitDestroy(asyncId);
      }
      asyncHooks.emitAfter(asyncId);
      frames.set(previous);
    }
    runMicrotasks();
  } while (!queue.isEmpty() || processPromiseRejections());
  tickInfo[kHasTickScheduled] = 0;
  tickInfo[kHasRejectionToWarn] = 0;
}

/**
 * Calls `callback` before anything else happens, once the running callback has returned.
 * @param {Function} callback
 * @param {...unknown} args
 * @see https://nodejs.org/api/process.html#processnexttickcallback-args
 */
function nextTick(callback) {
  validateFunction(callback, 'callback');
  if (process._exiting) return;
  let args;
  const count = arguments.length - 1;
  if (count > 0) {
    args = new Array(count);
    for (let i = 0; i < count; i++) args[i] = arguments[i + 1];
  }
  if (queue.isEmpty()) tickInfo[kHasTickScheduled] = 1;
  const asyncId = newAsyncId();
  const trigger = getDefaultTriggerAsyncId();
  const tick = {
    [async_id_symbol]: asyncId,
    [trigger_async_id_symbol]: trigger,
    callback,
    args,
    frame: frames.current(),
  };
  asyncHooks.emitInit(asyncId, 'TickObject', trigger, tick);
  queue.push(tick);
}

class Microtask {
  constructor(callback) {
    this[async_id_symbol] = newAsyncId();
    this[trigger_async_id_symbol] = getDefaultTriggerAsyncId();
    this.callback = callback;
    this.frame = frames.current();
  }

  // V8 drops what a microtask throws, so it is handed to the uncaught-error path here.
  run() {
    const asyncId = this[async_id_symbol];
    const previous = frames.exchange(this.frame);
    asyncHooks.emitBefore(asyncId, this[trigger_async_id_symbol], this);
    try {
      const { callback } = this;
      callback();
    } catch (error) {
      triggerUncaughtException(error, false);
    } finally {
      asyncHooks.emitDestroy(asyncId);
      asyncHooks.emitAfter(asyncId);
      frames.set(previous);
    }
  }
}

/**
 * Queues a microtask.
 * @param {Function} callback
 * @see https://nodejs.org/api/globals.html#queuemicrotaskcallback
 */
function queueMicrotask(callback) {
  validateFunction(callback, 'callback');
  const task = new Microtask(callback);
  asyncHooks.emitInit(task[async_id_symbol], 'Microtask', task[trigger_async_id_symbol], task);
  enqueueMicrotask(() => task.run());
}

/** Drains ticks as if a callback scope were left; for code that runs user code outside of one. */
function runNextTicks() {
  if (tickInfo[kHasTickScheduled] === 0 && tickInfo[kHasRejectionToWarn] === 0) runMicrotasks();
  if (tickInfo[kHasTickScheduled] === 0 && tickInfo[kHasRejectionToWarn] === 0) return;
  FunctionPrototypeCall(processTicksAndRejections, process);
}

/** @returns {number} ticks that have not run */
function waitingTicks() {
  return queue.count();
}

/** Registers the drain with native code. */
function setupTaskQueue() {
  setTickCallback(processTicksAndRejections);
}

module.exports = { nextTick, queueMicrotask, runNextTicks, setupTaskQueue, waitingTicks };
