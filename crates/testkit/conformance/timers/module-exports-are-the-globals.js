// The module's functions are the global ones.
'use strict';

const timers = require('timers');
for (const name of ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate']) {
  console.log(name, timers[name] === globalThis[name]);
}
