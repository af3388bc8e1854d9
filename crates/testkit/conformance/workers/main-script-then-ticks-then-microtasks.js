// A worker's main script is followed by ticks, microtasks and then the check phase.
'use strict';

const { Worker } = require('worker_threads');
const worker = new Worker(`
  const { parentPort } = require('worker_threads');
  const log = [];
  setImmediate(() => { log.push('immediate'); parentPort.postMessage(log); });
  Promise.resolve().then(() => log.push('microtask'));
  process.nextTick(() => log.push('tick'));
  log.push('main');
`, { eval: true });
worker.on('message', (log) => console.log(log.join()));
