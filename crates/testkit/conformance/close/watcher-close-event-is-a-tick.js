// The close event of a file watcher comes in a tick.
'use strict';

const watcher = require('fs').watch('.');
watcher.on('close', () => console.log('close'));
setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick'));
watcher.close();
console.log('main');
