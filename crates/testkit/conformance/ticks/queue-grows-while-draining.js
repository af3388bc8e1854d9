// A tick queued by a tick runs in the same drain, before any timer or immediate.
// @orders: ["ticks done timer immediate", "ticks done immediate timer"]
'use strict';

setTimeout(() => console.log('timer'), 1);
setImmediate(() => console.log('immediate'));
let left = 2000;
process.nextTick(function again() {
  if (--left > 0) process.nextTick(again);
  else console.log('ticks done');
});
