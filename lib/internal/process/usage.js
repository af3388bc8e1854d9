'use strict';

// What the process used: processor time, memory, other resources.

const { Float64Array, NumberMAX_SAFE_INTEGER } = primordials;
const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { validateNumber, validateObject } = require('internal/validators');
const binding = internalBinding('process_methods');

const times = new Float64Array(2);
const memory = new Float64Array(5);
const resources = new Float64Array(16);

function isTime(value) {
  return typeof value === 'number' && value >= 0 && value <= NumberMAX_SAFE_INTEGER;
}

function validateTime(value, name) {
  if (isTime(value)) return;
  validateNumber(value, name);
  throw new ERR_INVALID_ARG_VALUE.RangeError(name, value);
}

function timesSince(previous, read) {
  if (previous) {
    if (!isTime(previous.user)) validateObject(previous, 'prevValue');
    validateTime(previous.user, 'prevValue.user');
    validateTime(previous.system, 'prevValue.system');
  }
  read(times);
  if (previous) return { user: times[0] - previous.user, system: times[1] - previous.system };
  return { user: times[0], system: times[1] };
}

/** Microseconds of processor time of the process, since `prevValue` if given. */
function cpuUsage(prevValue) {
  return timesSince(prevValue, binding.cpuUsage);
}

/** Microseconds of processor time of the current thread. */
function threadCpuUsage(prevValue) {
  return timesSince(prevValue, binding.threadCpuUsage);
}

/** Bytes of memory by use. */
function memoryUsage() {
  binding.memoryUsage(memory);
  return {
    rss: memory[0],
    heapTotal: memory[1],
    heapUsed: memory[2],
    external: memory[3],
    arrayBuffers: memory[4],
  };
}

memoryUsage.rss = binding.rss;

/** What the system counted for the process. */
function resourceUsage() {
  binding.resourceUsage(resources);
  return {
    userCPUTime: resources[0],
    systemCPUTime: resources[1],
    maxRSS: resources[2],
    sharedMemorySize: resources[3],
    unsharedDataSize: resources[4],
    unsharedStackSize: resources[5],
    minorPageFault: resources[6],
    majorPageFault: resources[7],
    swappedOut: resources[8],
    fsRead: resources[9],
    fsWrite: resources[10],
    ipcSent: resources[11],
    ipcReceived: resources[12],
    signalsCount: resources[13],
    voluntaryContextSwitches: resources[14],
    involuntaryContextSwitches: resources[15],
  };
}

module.exports = { cpuUsage, memoryUsage, resourceUsage, threadCpuUsage };
