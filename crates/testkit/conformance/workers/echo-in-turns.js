// Messages go back and forth in strict turns.
'use strict';

const { Worker } = require('worker_threads');
const worker = new Worker(`
  const { parentPort } = require('worker_threads');
  parentPort.on('message', (n) => n === 3 ? parentPort.close() : parentPort.postMessage(n + 1));
`, { eval: true });
worker.on('message', (n) => {
  console.log(n);
  worker.postMessage(n);
});
worker.on('exit', () => console.log('exit'));
worker.postMessage(0);
