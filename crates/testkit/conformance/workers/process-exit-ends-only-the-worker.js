// process.exit in a worker stops that thread alone.
'use strict';

const { Worker } = require('worker_threads');
const worker = new Worker("process.exit(5); require('worker_threads').parentPort.postMessage('never');", { eval: true });
worker.on('message', console.log);
worker.on('exit', (code) => {
  console.log('exit', code);
  setImmediate(() => console.log('main goes on'));
});
