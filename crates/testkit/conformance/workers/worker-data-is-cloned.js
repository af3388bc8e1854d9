// workerData is a clone.
'use strict';

const { Worker } = require('worker_threads');
const data = { list: [1] };
const worker = new Worker(`
  const { workerData, parentPort, isMainThread, threadId } = require('worker_threads');
  workerData.list.push(2);
  parentPort.postMessage([workerData.list.length, isMainThread, threadId > 0]);
`, { eval: true, workerData: data });
worker.on('message', (message) => console.log(message.join(), data.list.length));
