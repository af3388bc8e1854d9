// events.once rejects when its signal aborts.
'use strict';

const { once, EventEmitter } = require('events');
const controller = new AbortController();
const emitter = new EventEmitter();
once(emitter, 'x', { signal: controller.signal }).catch((error) => console.log(error.name, emitter.listenerCount('x')));
controller.abort();
