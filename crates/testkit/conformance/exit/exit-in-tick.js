// process.exit in a tick: later ticks and microtasks do not run.
'use strict';

process.nextTick(() => process.exit(2));
process.nextTick(() => console.log('never'));
Promise.resolve().then(() => console.log('never'));
process.on('exit', (code) => console.log('exit', code));
