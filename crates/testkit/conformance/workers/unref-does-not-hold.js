// An unref'd worker does not keep the process alive.
'use strict';

const { Worker } = require('worker_threads');
new Worker('setInterval(() => {}, 1000);', { eval: true }).unref();
process.on('exit', () => console.log('exit'));
