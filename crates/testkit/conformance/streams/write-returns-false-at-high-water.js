// write() returns false from the high-water mark on, and drain comes when the sink is done.
'use strict';

const { Writable } = require('stream');
const stream = new Writable({ highWaterMark: 4, write(chunk, encoding, callback) { setImmediate(callback); } });
console.log(stream.write('ab'));
console.log(stream.write('cd'));
stream.on('drain', () => console.log('drain', stream.writableLength));
