// A worker is online, sends its messages, and exits.
'use strict';

const { Worker } = require('worker_threads');
const worker = new Worker(`
  const { parentPort } = require('worker_threads');
  parentPort.postMessage(1);
  parentPort.postMessage(2);
  process.exitCode = 3;
`, { eval: true });
worker.on('online', () => console.log('online'));
worker.on('message', (value) => console.log('message', value));
worker.on('exit', (code) => console.log('exit', code));
