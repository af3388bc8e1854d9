// An error event without a listener is thrown.
'use strict';

const EventEmitter = require('events');
process.on('uncaughtException', (error) => console.log(error.message));
const emitter = new EventEmitter();
try {
  emitter.emit('error', new Error('synchronous'));
} catch (error) {
  console.log('caught', error.message);
}
setImmediate(() => emitter.emit('error', new Error('asynchronous')));
