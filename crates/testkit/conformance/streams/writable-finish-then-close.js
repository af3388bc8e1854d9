// end() flushes, then finish, then close.
'use strict';

const { Writable } = require('stream');
const stream = new Writable({ write(chunk, encoding, callback) { console.log(`${chunk}`); callback(); } });
stream.on('finish', () => console.log('finish'));
stream.on('close', () => console.log('close'));
stream.write('a', () => console.log('a written'));
stream.end('b', () => console.log('ended'));
console.log('main');
