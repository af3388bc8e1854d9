'use strict';

// Immediates: one list, run by native code's check watcher.
//
// A pass takes the whole list, so that what an immediate queues waits for the next turn. When one throws, the rest stays in
// `outstanding`, and native code enters the pass again. `immediateInfo` tells native code how many wait, how many of
// them keep the process alive, and whether a pass was cut short.

const { ReflectApply, SymbolDispose } = primordials;
const { immediateInfo, setupTimers: setupNative, toggleImmediateRef } = internalBinding('timers');
const asyncHooks = require('internal/async_hooks');
const { async_id_symbol, trigger_async_id_symbol } = asyncHooks;
const frames = require('internal/async_context_frame');
const { initAsyncResource, kRefed, kAsyncContextFrame, processTimers } = require('internal/timers');
const { inspect } = require('internal/util/inspect');
const { runNextTicks } = require('internal/process/task_queues');

const kCount = 0;
const kRefCount = 1;
const kHasOutstanding = 2;

class ImmediateList {
  constructor() {
    this.head = null;
    this.tail = null;
  }

  append(item) {
    if (this.tail !== null) {
      this.tail._idleNext = item;
      item._idlePrev = this.tail;
    } else {
      this.head = item;
    }
    this.tail = item;
  }

  remove(item) {
    if (item._idleNext) item._idleNext._idlePrev = item._idlePrev;
    if (item._idlePrev) item._idlePrev._idleNext = item._idleNext;
    if (item === this.head) this.head = item._idleNext;
    if (item === this.tail) this.tail = item._idlePrev;
    item._idleNext = null;
    item._idlePrev = null;
  }
}

const queue = new ImmediateList();
const outstanding = new ImmediateList();

/** What setImmediate returns. */
class Immediate {
  constructor(callback, args) {
    this._idleNext = null;
    this._idlePrev = null;
    this._onImmediate = callback;
    this._argv = args;
    this._destroyed = false;
    this[kRefed] = false;
    initAsyncResource(this, 'Immediate');
    this.ref();
    immediateInfo[kCount]++;
    queue.append(this);
  }

  ref() {
    if (this[kRefed] === false) {
      this[kRefed] = true;
      if (immediateInfo[kRefCount]++ === 0) toggleImmediateRef(true);
    }
    return this;
  }

  unref() {
    if (this[kRefed] === true) {
      this[kRefed] = false;
      if (--immediateInfo[kRefCount] === 0) toggleImmediateRef(false);
    }
    return this;
  }

  hasRef() {
    return !!this[kRefed];
  }

  [SymbolDispose]() {
    clear(this);
  }

  [inspect.custom](_, options) {
    return inspect(this, { ...options, depth: 0, customInspect: false });
  }
}

function discount(immediate) {
  immediateInfo[kCount]--;
  if (immediate[kRefed] && --immediateInfo[kRefCount] === 0) toggleImmediateRef(false);
  immediate[kRefed] = null;
}

/** Stops an immediate that has not run. */
function clear(immediate) {
  if (immediate._destroyed) return;
  discount(immediate);
  immediate._destroyed = true;
  asyncHooks.emitDestroy(immediate[async_id_symbol]);
  immediate._onImmediate = null;
  queue.remove(immediate);
}

/** Native code calls this in the check phase. */
function processImmediate() {
  const list = outstanding.head !== null ? outstanding : queue;
  let immediate = list.head;
  // What is queued from here on goes to a fresh list, for the next turn.
  if (list === queue) queue.head = queue.tail = null;
  immediateInfo[kHasOutstanding] = 1;
  let previousOne;
  let ranAtLeastOne = false;
  while (immediate !== null) {
    if (ranAtLeastOne) runNextTicks();
    else ranAtLeastOne = true;
    // The drain may have cleared it: clearing unlinks, so the one before tells who follows.
    if (immediate._destroyed) {
      outstanding.head = immediate = previousOne._idleNext;
      continue;
    }
    immediate._destroyed = true;
    discount(immediate);
    previousOne = immediate;
    const asyncId = immediate[async_id_symbol];
    const previousFrame = frames.exchange(immediate[kAsyncContextFrame]);
    asyncHooks.emitBefore(asyncId, immediate[trigger_async_id_symbol], immediate);
    try {
      const args = immediate._argv;
      if (!args) immediate._onImmediate();
      else ReflectApply(immediate._onImmediate, immediate, args);
    } finally {
      immediate._onImmediate = null;
      asyncHooks.emitDestroy(asyncId);
      outstanding.head = immediate = immediate._idleNext;
    }
    asyncHooks.emitAfter(asyncId);
    frames.set(previousFrame);
  }
  outstanding.head = null;
  immediateInfo[kHasOutstanding] = 0;
}

/** Registers the check and timers phases with native code. */
function setupTimers() {
  setupNative(processImmediate, processTimers);
}

module.exports = { Immediate, clear, setupTimers };
