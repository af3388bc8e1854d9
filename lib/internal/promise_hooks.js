'use strict';

// Promises as asynchronous operations, for async_hooks: V8 calls these functions while a hook is enabled, and only then.

const { ArrayPrototypeEvery, SafeFinalizationRegistry } = primordials;
const { setPromiseHooks } = internalBinding('async_wrap');
const core = require('internal/async_hooks');
const { async_id_symbol, trigger_async_id_symbol } = core;

const collected = new SafeFinalizationRegistry(core.emitDestroy);

function track(promise, parent) {
  const trigger = parent === undefined ? core.getDefaultTriggerAsyncId() : idOf(parent);
  const asyncId = promise[async_id_symbol] = core.newAsyncId();
  promise[trigger_async_id_symbol] = trigger;
  if (core.hasHook('destroy')) collected.register(promise, asyncId);
  core.emitInit(asyncId, 'PROMISE', trigger, promise);
  return asyncId;
}

// A promise from before the hook was enabled gets its id when it first matters.
function idOf(promise) {
  return promise[async_id_symbol] ?? track(promise);
}

function init(promise, parent) {
  track(promise, parent);
}

function before(promise) {
  const asyncId = idOf(promise);
  core.emitBefore(asyncId, promise[trigger_async_id_symbol], promise);
}

function after(promise) {
  const asyncId = idOf(promise);
  // The hook may have been enabled in between: then there was no `before`.
  if (core.executionAsyncId() === asyncId) core.emitAfter(asyncId);
}

function settled(promise) {
  core.emitPromiseResolve(idOf(promise));
}

/** Follows promises while `hooks` has any that wants to know of them. */
function updatePromiseHooks(hooks) {
  if (ArrayPrototypeEvery(hooks, (hook) => hook.ignoresPromises)) {
    setPromiseHooks(undefined, undefined, undefined, undefined);
    return;
  }
  setPromiseHooks(init, before, after, core.hasHook('promiseResolve') ? settled : undefined);
}

module.exports = { updatePromiseHooks };
