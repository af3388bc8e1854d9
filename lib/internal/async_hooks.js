'use strict';

// Which asynchronous operation is running, and hooks that watch operations come and go.
//
// Two things travel with an operation. Its ids (asyncId, triggerAsyncId) for `async_hooks`, kept on a stack in this
// file; and its context frame for AsyncLocalStorage, kept in V8's continuation-preserved embedder data, which V8 itself carries
// across promise jobs and which lib/ saves and restores around ticks, timers, immediates and requests.
//
// While no hook is enabled an operation costs two number assignments and no call.

const {
  ArrayPrototypeIndexOf, ArrayPrototypePush, ArrayPrototypeSlice,
  ArrayPrototypeSplice, FunctionPrototypeCall, ReflectApply, Symbol,
} = primordials;

const { enqueueMicrotask } = internalBinding('task_queue');

const async_id_symbol = Symbol('asyncId');
const trigger_async_id_symbol = Symbol('triggerId');

let counter = 1;
let executionId = 1;
let triggerId = 0;
let defaultTriggerId = -1;
let resource;
// The operations that the running one interrupted: two ids and the resource of each. The arrays keep their length, so that
// entering and leaving is a matter of a few stores.
const interruptedIds = [];
const interruptedResources = [];
let depth = 0;

/** Enabled hooks; replaced, never changed, while callbacks run. */
let hooks = [];

const topLevelResource = {};

/** @returns {number} an id that no operation had before */
function newAsyncId() {
  return ++counter;
}

/** @returns {number} the id of the running operation: 1 in the main script, 0 in native code without one */
function executionAsyncId() {
  return executionId;
}

/** @returns {number} the id of the operation that caused the running one */
function triggerAsyncId() {
  return triggerId;
}

/** @returns {object} the object that stands for the running operation */
function executionAsyncResource() {
  return resource ?? topLevelResource;
}

/** @returns {number} the trigger of an operation that is created now */
function getDefaultTriggerAsyncId() {
  return defaultTriggerId < 0 ? executionId : defaultTriggerId;
}

/**
 * Runs `block` with another default trigger.
 * @param {number} id
 * @param {Function} block
 * @param {...unknown} args
 */
function defaultTriggerAsyncIdScope(id, block, ...args) {
  if (id === undefined) return ReflectApply(block, undefined, args);
  const old = defaultTriggerId;
  defaultTriggerId = id;
  try {
    return ReflectApply(block, undefined, args);
  } finally {
    defaultTriggerId = old;
  }
}

/** Enters an operation without telling hooks. */
function pushContext(asyncId, trigger, operation) {
  interruptedIds[2 * depth] = executionId;
  interruptedIds[2 * depth + 1] = triggerId;
  interruptedResources[depth++] = resource;
  executionId = asyncId;
  triggerId = trigger;
  resource = operation;
}

/** Leaves it. @returns {boolean} whether another operation is still entered */
function popContext() {
  if (depth === 0) return false;
  resource = interruptedResources[--depth];
  interruptedResources[depth] = undefined;
  executionId = interruptedIds[2 * depth];
  triggerId = interruptedIds[2 * depth + 1];
  return depth > 0;
}

/** After an uncaught error nothing is running. */
function clearContext() {
  interruptedResources.length = 0;
  depth = 0;
  executionId = 0;
  triggerId = 0;
  resource = undefined;
}

function anyHook(name) {
  for (let i = 0; i < hooks.length; i++) {
    if (hooks[i][name] !== undefined) return true;
  }
  return false;
}

const hasInit = () => hooks.length !== 0 && anyHook('init');
const hooksEnabled = () => hooks.length !== 0;

// A hook that throws ends the process: it runs at places where no error can be handled.
function failHook(error) {
  const { inspect } = require('internal/util/inspect');
  process._rawDebug(typeof error?.stack === 'string' ? error.stack : inspect(error));
  process.reallyExit(1);
}

function runHooks(name, a, b, c, d) {
  const current = hooks;
  try {
    for (let i = 0; i < current.length; i++) {
      const callback = current[i][name];
      if (callback !== undefined) FunctionPrototypeCall(callback, current[i], a, b, c, d);
    }
  } catch (error) {
    failHook(error);
  }
}

/** Tells hooks that an operation was created. */
function emitInit(asyncId, type, trigger, operation) {
  if (hooks.length !== 0) runHooks('init', asyncId, type, trigger ?? getDefaultTriggerAsyncId(), operation);
}

/** Enters an operation. */
function emitBefore(asyncId, trigger, operation) {
  pushContext(asyncId, trigger, operation);
  if (hooks.length !== 0) runHooks('before', asyncId);
}

/** Leaves an operation. */
function emitAfter(asyncId) {
  if (hooks.length !== 0) runHooks('after', asyncId);
  popContext();
}

let destroyQueue;

/** Tells hooks, later, that an operation is gone. */
function emitDestroy(asyncId) {
  if (hooks.length === 0 || asyncId <= 0 || !anyHook('destroy')) return;
  if (destroyQueue === undefined) {
    destroyQueue = [];
    // Straight to V8: an operation of lib/'s own would be announced and destroyed in turn.
    enqueueMicrotask(() => {
      const queue = destroyQueue;
      destroyQueue = undefined;
      for (let i = 0; i < queue.length; i++) runHooks('destroy', queue[i]);
    });
  }
  ArrayPrototypePush(destroyQueue, asyncId);
}

/** Tells hooks that a promise was resolved. */
function emitPromiseResolve(asyncId) {
  if (hooks.length !== 0) runHooks('promiseResolve', asyncId);
}

/** Gives `operation` ids if it has none. @returns {number} its id */
function getOrSetAsyncId(operation) {
  operation[async_id_symbol] ??= newAsyncId();
  return operation[async_id_symbol];
}

let onHooksChange;

/** Enables or disables a set of callbacks. */
function setHook(hook, enable) {
  const index = ArrayPrototypeIndexOf(hooks, hook);
  if (enable === (index >= 0)) return;
  hooks = ArrayPrototypeSlice(hooks);
  if (enable) ArrayPrototypePush(hooks, hook);
  else ArrayPrototypeSplice(hooks, index, 1);
  onHooksChange?.(hooks);
}

/** Has `listener` called with the enabled hooks whenever they change. */
function setHooksListener(listener) {
  onHooksChange = listener;
}

module.exports = {
  async_id_symbol, trigger_async_id_symbol, newAsyncId, executionAsyncId, triggerAsyncId, executionAsyncResource,
  getDefaultTriggerAsyncId, defaultTriggerAsyncIdScope, pushContext, popContext, clearContext, hasHook: anyHook, hasInit, hooksEnabled, emitInit,
  emitBefore, emitAfter, emitDestroy, emitPromiseResolve, getOrSetAsyncId, setHook, setHooksListener,
};
