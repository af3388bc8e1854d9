// terminate() stops an endless loop and resolves with 1.
'use strict';

const { Worker } = require('worker_threads');
const worker = new Worker('for (;;);', { eval: true });
worker.on('exit', (code) => console.log('exit', code));
worker.on('online', () => worker.terminate().then((code) => console.log('terminated', code)));
