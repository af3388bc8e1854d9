// captureRejections turns a rejected listener into an error event.
'use strict';

const EventEmitter = require('events');
const emitter = new EventEmitter({ captureRejections: true });
emitter.on('error', (error) => console.log('error', error.message));
emitter.on('x', async () => { throw new Error('async listener'); });
emitter.emit('x');
process.nextTick(() => console.log('tick'));
