'use strict';

// node:async_hooks (https://nodejs.org/api/async_hooks.html)

const { FunctionPrototypeBind, NumberIsSafeInteger, ObjectDefineProperties, ReflectApply, Symbol } = primordials;
const {
  codes: { ERR_ASYNC_CALLBACK, ERR_ASYNC_TYPE, ERR_INVALID_ASYNC_ID },
} = require('internal/errors');
const core = require('internal/async_hooks');
const { async_id_symbol, trigger_async_id_symbol } = core;
const frames = require('internal/async_context_frame');
const { validateFunction, validateObject, validateString } = require('internal/validators');
const { updatePromiseHooks } = require('internal/promise_hooks');
const { kEmptyObject } = require('internal/util');

core.setHooksListener(updatePromiseHooks);

const NAMES = ['init', 'before', 'after', 'destroy', 'promiseResolve'];
const kFrame = Symbol('kAsyncContextFrame');

/** A set of callbacks that can be enabled. */
class AsyncHook {
  constructor(callbacks) {
    for (let i = 0; i < NAMES.length; i++) this[NAMES[i]] = callbacks[NAMES[i]];
  }

  enable() {
    core.setHook(this, true);
    return this;
  }

  disable() {
    core.setHook(this, false);
    return this;
  }
}

/**
 * @param {{ init?: Function, before?: Function, after?: Function, destroy?: Function, promiseResolve?: Function }} callbacks
 * @returns {AsyncHook}
 */
function createHook(callbacks) {
  for (let i = 0; i < NAMES.length; i++) {
    const callback = callbacks[NAMES[i]];
    if (callback !== undefined && typeof callback !== 'function') throw new ERR_ASYNC_CALLBACK(`hook.${NAMES[i]}`);
  }
  return new AsyncHook(callbacks);
}

/** An asynchronous operation of user code. */
class AsyncResource {
  /**
   * @param {string} type
   * @param {number | { triggerAsyncId?: number, requireManualDestroy?: boolean }} [options]
   */
  constructor(type, options = kEmptyObject) {
    validateString(type, 'type');
    let triggerAsyncId = options;
    let requireManualDestroy = false;
    if (typeof options !== 'number') {
      validateObject(options, 'options');
      triggerAsyncId = options.triggerAsyncId === undefined ? core.getDefaultTriggerAsyncId() : options.triggerAsyncId;
      requireManualDestroy = !!options.requireManualDestroy;
    }
    if (!NumberIsSafeInteger(triggerAsyncId) || triggerAsyncId < -1) {
      throw new ERR_INVALID_ASYNC_ID('triggerAsyncId', triggerAsyncId);
    }
    this[kFrame] = frames.current();
    this[async_id_symbol] = core.newAsyncId();
    this[trigger_async_id_symbol] = triggerAsyncId;
    if (core.hooksEnabled()) {
      if (core.hasInit() && type.length === 0) throw new ERR_ASYNC_TYPE(type);
      core.emitInit(this[async_id_symbol], type, triggerAsyncId, this);
      if (!requireManualDestroy) registerDestroy(this);
    }
  }

  /** Calls `fn` inside of the operation. */
  runInAsyncScope(fn, thisArg, ...args) {
    const asyncId = this[async_id_symbol];
    core.emitBefore(asyncId, this[trigger_async_id_symbol], this);
    const previous = frames.exchange(this[kFrame]);
    try {
      return ReflectApply(fn, thisArg, args);
    } finally {
      frames.set(previous);
      core.emitAfter(asyncId);
    }
  }

  emitDestroy() {
    core.emitDestroy(this[async_id_symbol]);
    return this;
  }

  asyncId() {
    return this[async_id_symbol];
  }

  triggerAsyncId() {
    return this[trigger_async_id_symbol];
  }

  /** A function that runs `fn` inside of the operation. */
  bind(fn, thisArg) {
    validateFunction(fn, 'fn');
    const bound = thisArg === undefined ?
      bindWithReceiver(this, fn) :
      FunctionPrototypeBind(this.runInAsyncScope, this, fn, thisArg);
    ObjectDefineProperties(bound, {
      length: { __proto__: null, configurable: true, enumerable: false, value: fn.length, writable: false },
    });
    return bound;
  }

  static bind(fn, type, thisArg) {
    type ||= fn.name;
    return new AsyncResource(type || 'bound-anonymous-fn').bind(fn, thisArg);
  }
}

function bindWithReceiver(resource, fn) {
  return function(...args) {
    return ReflectApply(resource.runInAsyncScope, resource, [fn, this, ...args]);
  };
}

let registry;

// An operation that is collected is gone.
function registerDestroy(resource) {
  const { SafeFinalizationRegistry } = primordials;
  registry ??= new SafeFinalizationRegistry(core.emitDestroy);
  registry.register(resource, resource[async_id_symbol]);
}

module.exports = {
  AsyncLocalStorage: require('internal/async_local_storage'),
  createHook,
  executionAsyncId: core.executionAsyncId,
  triggerAsyncId: core.triggerAsyncId,
  executionAsyncResource: core.executionAsyncResource,
  asyncWrapProviders: { __proto__: null },
  AsyncResource,
};
