// process.exit in a microtask: nothing else runs.
'use strict';

Promise.resolve().then(() => process.exit(2));
Promise.resolve().then(() => console.log('never'));
setImmediate(() => console.log('never'));
process.on('exit', (code) => console.log('exit', code));
