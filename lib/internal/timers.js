'use strict';

// Timers.
//
// Timers of the same duration expire in the order in which they were started, so each duration has a list, and one heap
// orders the lists by the expiry of their first timer. Under it all is a single native timer, set to
// the earliest expiry. Starting a timer that has company of its duration is O(1); native code is entered only when
// the earliest expiry gets earlier. A list's expiry may be stale (its first timer was refreshed or cleared): that is found
// out when the list is run, which then puts it back into the heap.
//
// `timerInfo[0]` counts the timers that keep the process alive, for native code and process.getActiveResourcesInfo().

const {
  ArrayPrototypePush, ArrayPrototypeSort, MathMax, MathTrunc, NumberIsFinite, NumberIsNaN, ObjectKeys, ReflectApply, Symbol, SymbolDispose, SymbolToPrimitive,
} = primordials;
const { timerInfo, now, scheduleTimer, toggleTimerRef } = internalBinding('timers');
const asyncHooks = require('internal/async_hooks');
const { async_id_symbol, trigger_async_id_symbol, newAsyncId, getDefaultTriggerAsyncId } = asyncHooks;
const frames = require('internal/async_context_frame');
const L = require('internal/linked_list');
const PriorityQueue = require('internal/priority_queue');
const { inspect } = require('internal/util/inspect');
const { validateFunction, validateNumber } = require('internal/validators');
const { codes: { ERR_OUT_OF_RANGE } } = require('internal/errors');
const { runNextTicks } = require('internal/process/task_queues');

/** The longest delay, 2³¹ - 1 ms; a longer one becomes 1 ms. */
const TIMEOUT_MAX = 2 ** 31 - 1;

const kRefed = Symbol('refed');
const kHasPrimitive = Symbol('kHasPrimitive');
const kAsyncContextFrame = Symbol('kAsyncContextFrame');

let timerListId = -9007199254740991;
let nextExpiry = Infinity;
let warnedNegative = false;
let warnedNaN = false;

/** Lists by duration. */
const timerListMap = { __proto__: null };
const timerListQueue = new PriorityQueue(
  (a, b) => a.expiry - b.expiry || a.id - b.id,
  (list, position) => { list.priorityQueuePosition = position; });

/** Timers that user code turned into a number, by that number. */
const knownTimersById = { __proto__: null };

class TimersList {
  constructor(expiry, msecs) {
    this._idleNext = this;
    this._idlePrev = this;
    this.expiry = expiry;
    // Lists with the same expiry run in the order in which they were made.
    this.id = timerListId++;
    this.msecs = msecs;
    this.priorityQueuePosition = null;
  }

  [inspect.custom](_, options) {
    return inspect(this, { ...options, depth: 0, customInspect: false });
  }
}

/** What a delay argument means, in milliseconds; warns about one that cannot be meant. */
function toDelay(after) {
  after *= 1;
  if (after >= 1 && after <= TIMEOUT_MAX) return after;
  if (after > TIMEOUT_MAX) {
    process.emitWarning(`${after} does not fit into a 32-bit signed integer.` +
      '\nTimeout duration was set to 1.', 'TimeoutOverflowWarning');
  } else if (after < 0 && !warnedNegative) {
    warnedNegative = true;
    process.emitWarning(`${after} is a negative number.\nTimeout duration was set to 1.`, 'TimeoutNegativeWarning');
  } else if (NumberIsNaN(after) && !warnedNaN) {
    warnedNaN = true;
    process.emitWarning(`${after} is not a number.\nTimeout duration was set to 1.`, 'TimeoutNaNWarning');
  }
  return 1;
}

/** A timer, as setTimeout and setInterval return it. */
class Timeout {
  constructor(callback, after, args, isRepeat, isRefed) {
    after = after === undefined ? 1 : toDelay(after);
    this._idleTimeout = after;
    this._idlePrev = this;
    this._idleNext = this;
    this._idleStart = null;
    // The fields' order is what util.inspect shows; the callback is set once it has been checked.
    this._onTimeout = null;
    this._onTimeout = callback;
    this._timerArgs = args;
    this._repeat = isRepeat ? after : null;
    this._destroyed = false;
    if (isRefed) incrementRefCount();
    this[kRefed] = isRefed;
    this[kHasPrimitive] = false;
    initAsyncResource(this, 'Timeout');
  }

  [inspect.custom](_, options) {
    return inspect(this, { ...options, depth: 0, customInspect: false });
  }

  /** Starts the time again, also of a timer that has fired. */
  refresh() {
    if (this[kRefed]) active(this);
    else unrefActive(this);
    return this;
  }

  unref() {
    if (this[kRefed]) {
      if (!this._destroyed) decrementRefCount();
      this[kRefed] = false;
    }
    return this;
  }

  ref() {
    if (!this[kRefed]) {
      if (!this._destroyed) incrementRefCount();
      this[kRefed] = true;
    }
    return this;
  }

  hasRef() {
    return this[kRefed];
  }

  close() {
    clearTimer(this);
    return this;
  }

  [SymbolDispose]() {
    clearTimer(this);
  }

  [SymbolToPrimitive]() {
    const id = this[async_id_symbol];
    if (!this[kHasPrimitive]) {
      this[kHasPrimitive] = true;
      knownTimersById[id] = this;
    }
    return id;
  }
}

function initAsyncResource(resource, type) {
  const asyncId = resource[async_id_symbol] = newAsyncId();
  const trigger = resource[trigger_async_id_symbol] = getDefaultTriggerAsyncId();
  resource[kAsyncContextFrame] = frames.current();
  asyncHooks.emitInit(asyncId, type, trigger, resource);
}

function incrementRefCount() {
  if (timerInfo[0]++ === 0) toggleTimerRef(true);
}

function decrementRefCount() {
  if (--timerInfo[0] === 0) toggleTimerRef(false);
}

/** Starts `item` for its `_idleTimeout`, keeping the process alive. */
function active(item) {
  insertGuarded(item, true);
}

/** Starts `item` for its `_idleTimeout`, without keeping the process alive. */
function unrefActive(item) {
  insertGuarded(item, false);
}

function insertGuarded(item, refed, start) {
  const msecs = item._idleTimeout;
  if (msecs < 0 || msecs === undefined) return;
  insert(item, msecs, start);
  const isDestroyed = item._destroyed;
  if (isDestroyed || !item[async_id_symbol]) {
    item._destroyed = false;
    initAsyncResource(item, 'Timeout');
  }
  if (isDestroyed) {
    if (refed) incrementRefCount();
  } else if (refed === !item[kRefed]) {
    if (refed) incrementRefCount();
    else decrementRefCount();
  }
  item[kRefed] = refed;
}

/** Puts `item` at the end of the list of its duration. */
function insert(item, msecs, start = now()) {
  // Fractions are cut: 1.9 ms share the list of 1 ms.
  msecs = MathTrunc(msecs);
  item._idleStart = start;
  let list = timerListMap[msecs];
  if (list === undefined) {
    const expiry = start + msecs;
    timerListMap[msecs] = list = new TimersList(expiry, msecs);
    timerListQueue.insert(list);
    if (nextExpiry > expiry) {
      scheduleTimer(msecs);
      nextExpiry = expiry;
    }
  }
  L.append(list, item);
}

/** Stops a timer for good, unless it is refreshed. */
function clearTimer(item) {
  if (item._destroyed) {
    // It fired or was cleared: what is left is to make sure that an interval does not go on.
    item._onTimeout = undefined;
    return;
  }
  item._destroyed = true;
  if (item[kHasPrimitive]) delete knownTimersById[item[async_id_symbol]];
  asyncHooks.emitDestroy(item[async_id_symbol]);
  L.remove(item);
  const list = timerListMap[MathTrunc(item._idleTimeout)];
  if (list !== undefined && L.isEmpty(list)) {
    delete timerListMap[list.msecs];
    timerListQueue.removeAt(list.priorityQueuePosition);
  }
  if (item[kRefed]) decrementRefCount();
  // Programs look at these to see whether a timer is done.
  item._idleTimeout = -1;
  item._onTimeout = undefined;
}

/**
 * Native code calls this when the native timer fires.
 * @param {number} time loop time in milliseconds
 * @returns {number} when to come again: 0 never, negative without keeping the process alive
 */
function processTimers(time) {
  nextExpiry = Infinity;
  let list;
  let ranAtLeastOneList = false;
  while ((list = timerListQueue.peek()) !== undefined) {
    // What became due while callbacks ran waits for the next turn, so that immediates get theirs.
    if (list.expiry > time) {
      nextExpiry = list.expiry;
      return timerInfo[0] > 0 ? nextExpiry : -nextExpiry;
    }
    if (ranAtLeastOneList) runNextTicks();
    else ranAtLeastOneList = true;
    runList(list, time);
  }
  return 0;
}

function runList(list, time) {
  const { msecs } = list;
  let ranAtLeastOneTimer = false;
  let timer;
  while ((timer = L.peek(list)) !== null) {
    const elapsed = time - timer._idleStart;
    // Reached a timer that is not due, or one started in this pass.
    if (elapsed < msecs) {
      list.expiry = MathMax(timer._idleStart + msecs, time + 1);
      list.id = timerListId++;
      timerListQueue.percolateDown(1);
      return;
    }
    if (ranAtLeastOneTimer) runNextTicks();
    else ranAtLeastOneTimer = true;
    if (L.peek(list) !== timer) continue;
    L.remove(timer);
    const asyncId = timer[async_id_symbol];
    if (!timer._onTimeout) {
      if (!timer._destroyed) {
        timer._destroyed = true;
        if (timer[kHasPrimitive]) delete knownTimersById[asyncId];
        if (timer[kRefed]) timerInfo[0]--;
        asyncHooks.emitDestroy(asyncId);
      }
      continue;
    }
    runTimer(timer, asyncId);
  }
  // A callback may have emptied, removed and made the list anew.
  if (list === timerListMap[msecs]) {
    delete timerListMap[msecs];
    timerListQueue.removeAt(list.priorityQueuePosition);
  }
}

function runTimer(timer, asyncId) {
  const previous = frames.exchange(timer[kAsyncContextFrame]);
  asyncHooks.emitBefore(asyncId, timer[trigger_async_id_symbol], timer);
  let start;
  if (timer._repeat) start = now();
  try {
    const args = timer._timerArgs;
    if (args === undefined) timer._onTimeout();
    else ReflectApply(timer._onTimeout, timer, args);
  } finally {
    if (timer._repeat && timer._idleTimeout !== -1) {
      timer._idleTimeout = timer._repeat;
      insert(timer, timer._idleTimeout, start);
    } else if (!timer._idleNext && !timer._idlePrev && !timer._destroyed) {
      // Not refreshed by its own callback: it is done.
      if (timer[kHasPrimitive]) delete knownTimersById[asyncId];
      if (timer[kRefed]) timerInfo[0]--;
      timer._destroyed = true;
      asyncHooks.emitDestroy(asyncId);
    }
  }
  asyncHooks.emitAfter(asyncId);
  frames.set(previous);
}

/** Checks a delay that must be a finite number from 0 to TIMEOUT_MAX; a longer one is cut with a warning. */
function getTimerDuration(msecs, name) {
  validateNumber(msecs, name);
  if (msecs < 0 || !NumberIsFinite(msecs)) throw new ERR_OUT_OF_RANGE(name, 'a non-negative finite number', msecs);
  if (msecs > TIMEOUT_MAX) {
    process.emitWarning(`${msecs} does not fit into a 32-bit signed integer.` +
      `\nTimer duration was truncated to ${TIMEOUT_MAX}.`, 'TimeoutOverflowWarning');
    return TIMEOUT_MAX;
  }
  return msecs;
}

/** A timer of lib/'s own that does not keep the process alive. */
function setUnrefTimeout(callback, after) {
  validateFunction(callback, 'callback');
  const timer = new Timeout(callback, after, undefined, false, false);
  insert(timer, timer._idleTimeout);
  return timer;
}

/**
 * The timers that have not fired, the next one first.
 * @returns {{ timer: Timeout, due: number }[]} due in the loop's milliseconds
 */
function listTimers() {
  const all = [];
  const durations = ObjectKeys(timerListMap);
  for (let i = 0; i < durations.length; i++) {
    const list = timerListMap[durations[i]];
    for (let timer = list._idlePrev; timer !== list; timer = timer._idlePrev) {
      ArrayPrototypePush(all, { timer, due: timer._idleStart + list.msecs });
    }
  }
  return ArrayPrototypeSort(all, (a, b) => a.due - b.due);
}

module.exports = {
  TIMEOUT_MAX, Timeout, kRefed, kAsyncContextFrame, knownTimersById, initAsyncResource, active, unrefActive, insert, clearTimer, getTimerDuration,
  listTimers, setUnrefTimeout, processTimers,
};
