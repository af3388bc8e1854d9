'use strict';

// AsyncLocalStorage (https://nodejs.org/api/async_context.html#class-asynclocalstorage): a value that follows the
// asynchronous operations started while it was set.

const { ObjectIs, ReflectApply, SymbolDispose } = primordials;
const frames = require('internal/async_context_frame');
const { AsyncContextFrame } = frames;
const { validateObject } = require('internal/validators');

// AsyncResource is in node:async_hooks, which loads this file.
const resourceClass = () => require('async_hooks').AsyncResource;

/** Restores the store that was set before; made by AsyncLocalStorage.withScope. */
class RunScope {
  #storage;
  #previous;
  #disposed = false;

  constructor(storage, store) {
    this.#storage = storage;
    this.#previous = storage.getStore();
    storage.enterWith(store);
  }

  dispose() {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#storage.enterWith(this.#previous);
  }

  [SymbolDispose]() {
    this.dispose();
  }
}

module.exports = class AsyncLocalStorage {
  #defaultValue = undefined;
  #name = undefined;

  /**
   * @param {{ defaultValue?: unknown, name?: string }} [options]
   */
  constructor(options = {}) {
    validateObject(options, 'options');
    this.#defaultValue = options.defaultValue;
    if (options.name !== undefined) this.#name = `${options.name}`;
  }

  /** @returns {string} */
  get name() {
    return this.#name || '';
  }

  /** A function that runs `fn` in the context of now. */
  static bind(fn) {
    return resourceClass().bind(fn);
  }

  /** A function that runs what it is given in the context of now. */
  static snapshot() {
    return AsyncLocalStorage.bind((callback, ...args) => ReflectApply(callback, undefined, args));
  }

  /** Forgets the store in the present context. */
  disable() {
    const frame = frames.current();
    if (frame !== undefined) frame.delete(this);
  }

  /** Sets the store for the rest of this execution and what it starts. */
  enterWith(store) {
    frames.set(new AsyncContextFrame(frames.current(), this, store));
  }

  /** Sets the store while `fn` runs, and for what it starts. */
  run(store, fn, ...args) {
    const previous = frames.current();
    // Nothing changes: then no frame is made.
    if (previous !== undefined && previous.has(this) && ObjectIs(this.getStore(), store)) return ReflectApply(fn, null, args);
    frames.set(new AsyncContextFrame(previous, this, store));
    try {
      return ReflectApply(fn, null, args);
    } finally {
      frames.set(previous);
    }
  }

  /** Runs `fn` without a store. */
  exit(fn, ...args) {
    const previous = frames.current();
    frames.set(new AsyncContextFrame(previous, this, undefined));
    try {
      return ReflectApply(fn, null, args);
    } finally {
      frames.set(previous);
    }
  }

  /** Sets the store until the returned scope is disposed. */
  withScope(store) {
    return new RunScope(this, store);
  }

  /** The store of the present context. */
  getStore() {
    const frame = frames.current();
    if (frame?.has(this) !== true) return this.#defaultValue;
    return frame.get(this);
  }
};
