// An uncaught error in a worker arrives as error, then exit with 1.
'use strict';

const { Worker } = require('worker_threads');
const worker = new Worker("throw new RangeError('in worker');", { eval: true });
worker.on('error', (error) => console.log(error.name, error.message));
worker.on('exit', (code) => console.log('exit', code));
