// With a synchronous sink the write callback runs in a tick.
'use strict';

const { Writable } = require('stream');
const stream = new Writable({ write(chunk, encoding, callback) { callback(); } });
stream.write('a', () => console.log('callback'));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('microtask'));
