// A sink that finishes synchronously keeps write() true above the mark.
'use strict';

const { Writable } = require('stream');
const stream = new Writable({ highWaterMark: 4, write(chunk, encoding, callback) { callback(); } });
console.log(stream.write('abcdefgh'), stream.writableLength);
stream.on('drain', () => console.log('drain'));
