// Atomics.wait and notify work across threads.
'use strict';

const { Worker } = require('worker_threads');
const cell = new Int32Array(new SharedArrayBuffer(4));
const worker = new Worker(`
  const { workerData } = require('worker_threads');
  Atomics.store(workerData, 0, 1);
  Atomics.notify(workerData, 0);
`, { eval: true, workerData: cell });
console.log(Atomics.wait(cell, 0, 0) !== 'timed-out', Atomics.load(cell, 0));
worker.on('exit', (code) => console.log('exit', code));
