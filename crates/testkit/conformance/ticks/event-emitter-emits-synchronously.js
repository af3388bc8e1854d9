// Emitting an event runs its listeners at once; only their ticks wait.
'use strict';

const EventEmitter = require('events');
const emitter = new EventEmitter();
emitter.on('x', () => {
  console.log('listener');
  process.nextTick(() => console.log('tick'));
});
emitter.emit('x');
console.log('after emit');
