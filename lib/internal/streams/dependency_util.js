'use strict';

// The helpers that readable-stream asks for. What needs a module that needs streams itself is looked up late.

const { AggregateError, Promise, globalThis } = primordials;
const { debuglog } = require('internal/util/debuglog');
const { format, inspect } = require('internal/util/inspect');
const { deprecate, kEmptyObject, normalizeEncoding, once, promisify } = require('internal/util');
const types = require('internal/util/types');

function createDeferredPromise() {
  let resolve;
  let reject;
  const promise = new Promise((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

module.exports = {
  AggregateError,
  AbortSignalAny: (signals) => require('internal/abort_controller').AbortSignal.any(signals),
  addAbortListener: (signal, listener) => require('events').addAbortListener(signal, listener),
  createDeferredPromise,
  debuglog,
  deprecate,
  format,
  inspect,
  isBlob: (value) => globalThis.Blob !== undefined && value instanceof globalThis.Blob,
  kEmptyObject,
  normalizeEncoding,
  once,
  promisify,
  types,
};
