'use strict';

// process.getActiveResourcesInfo: what keeps the process alive.

const { ArrayPrototypePush } = primordials;
const binding = internalBinding('process_methods');
const { immediateInfo, timerInfo } = internalBinding('timers');

const kImmediateRefCount = 1;

/** @returns {string[]} kinds of requests and handles, then a name for each timer and immediate */
function getActiveResourcesInfo() {
  const names = binding.getActiveResourcesInfo();
  for (let i = 0; i < timerInfo[0]; i++) ArrayPrototypePush(names, 'Timeout');
  for (let i = 0; i < immediateInfo[kImmediateRefCount]; i++) ArrayPrototypePush(names, 'Immediate');
  return names;
}

module.exports = { getActiveResourcesInfo };
