// A listener sees the store of the emit, not that of its registration.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');
const EventEmitter = require('events');
const storage = new AsyncLocalStorage();
const emitter = new EventEmitter();
storage.run('on', () => emitter.on('x', () => console.log(storage.getStore())));
storage.run('emit', () => emitter.emit('x'));
emitter.emit('x');
