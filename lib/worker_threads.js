'use strict';

// node:worker_threads (https://nodejs.org/api/worker_threads.html), as far as it concerns the main thread: see docs/compat.md.

const { SafeMap, SafeWeakSet, SymbolFor } = primordials;

const environmentData = new SafeMap();
const untransferable = new SafeWeakSet();

/** Data for workers that are started from here on. */
function setEnvironmentData(key, value) {
  if (value === undefined) environmentData.delete(key);
  else environmentData.set(key, value);
}

function getEnvironmentData(key) {
  return environmentData.get(key);
}

/** Keeps an object from being transferred. */
function markAsUntransferable(object) {
  if ((typeof object !== 'object' && typeof object !== 'function') || object === null) return;
  untransferable.add(object);
}

function isMarkedAsUntransferable(object) {
  return typeof object === 'object' && object !== null && untransferable.has(object);
}

module.exports = {
  isMainThread: true,
  isInternalThread: false,
  threadId: 0,
  threadName: '',
  parentPort: null,
  workerData: null,
  resourceLimits: {},
  SHARE_ENV: SymbolFor('nodejs.worker_threads.SHARE_ENV'),
  setEnvironmentData,
  getEnvironmentData,
  markAsUntransferable,
  isMarkedAsUntransferable,
};
