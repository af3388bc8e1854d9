'use strict';

// process.finalization: callbacks for objects that still live when the process ends
// (https://nodejs.org/api/process.html#processfinalizationregisterref-callback).

const { SafeFinalizationRegistry, SafeSet, SafeWeakRef } = primordials;
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { emitExperimentalWarning } = require('internal/util');
const { validateFunction } = require('internal/validators');

/** Which references wait for which event of `process`. */
const waiting = { __proto__: null, exit: new SafeSet(), beforeExit: new SafeSet() };
let registry;

function forget(reference) {
  forgetFor('exit', reference);
  forgetFor('beforeExit', reference);
}

function forgetFor(event, reference) {
  const references = waiting[event];
  if (references.delete(reference) && references.size === 0) process.removeListener(event, listeners[event]);
}

function fire(event) {
  const references = waiting[event];
  references.forEach((reference) => {
    const object = reference.deref();
    if (object !== undefined) reference.callback(object, event);
  });
  references.clear();
}

const listeners = {
  __proto__: null,
  exit: () => fire('exit'),
  beforeExit: () => fire('beforeExit'),
};

function register(event, object, callback) {
  emitExperimentalWarning('process.finalization');
  if (object === null || (typeof object !== 'object' && typeof object !== 'function')) {
    throw new ERR_INVALID_ARG_TYPE('obj', 'Object', object);
  }
  validateFunction(callback, 'callback');
  if (waiting[event].size === 0) process.on(event, listeners[event]);
  const reference = new SafeWeakRef(object);
  reference.callback = callback;
  registry ??= new SafeFinalizationRegistry(forget);
  registry.register(object, reference, object);
  waiting[event].add(reference);
}

function unregister(object) {
  registry?.unregister(object);
  const drop = (event) => waiting[event].forEach((reference) => {
    const live = reference.deref();
    if (live === undefined || live === object) forgetFor(event, reference);
  });
  drop('exit');
  drop('beforeExit');
}

const finalization = {
  register(object, callback) {
    register('exit', object, callback);
  },
  registerBeforeExit(object, callback) {
    register('beforeExit', object, callback);
  },
  unregister,
};

module.exports = { finalization };
