'use strict';

// node:worker_threads (https://nodejs.org/api/worker_threads.html), as far as it concerns the main thread: see docs/compat.md.

const { SafeMap, SymbolFor } = primordials;
const { BroadcastChannel, MessageChannel, MessagePort, receiveMessageOnPort } = require('internal/worker/io');
const { isMarkedAsUntransferable, markAsUncloneable, markAsUntransferable } = require('internal/worker/transferable');

const environmentData = new SafeMap();

/** Data for workers that are started from here on. */
function setEnvironmentData(key, value) {
  if (value === undefined) environmentData.delete(key);
  else environmentData.set(key, value);
}

function getEnvironmentData(key) {
  return environmentData.get(key);
}

module.exports = {
  BroadcastChannel,
  MessageChannel,
  MessagePort,
  receiveMessageOnPort,
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
  markAsUncloneable,
  markAsUntransferable,
  isMarkedAsUntransferable,
};
