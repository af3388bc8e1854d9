// events.on yields events that were emitted before the step asked for them.
'use strict';

const { on, EventEmitter } = require('events');
const emitter = new EventEmitter();
(async () => {
  for await (const [value] of on(emitter, 'x')) {
    console.log(value);
    if (value === 3) break;
  }
  console.log('listeners', emitter.listenerCount('x'));
})();
emitter.emit('x', 1);
emitter.emit('x', 2);
setImmediate(() => emitter.emit('x', 3));
