// An unhandled rejection in a worker arrives as its error.
'use strict';

const { Worker } = require('worker_threads');
const worker = new Worker("Promise.reject(new Error('rejected'));", { eval: true });
worker.on('error', (error) => console.log(error.message));
worker.on('exit', (code) => console.log('exit', code));
