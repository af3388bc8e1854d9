// Writing after end emits ERR_STREAM_WRITE_AFTER_END and calls back with it.
'use strict';

const { Writable } = require('stream');
const stream = new Writable({ write(chunk, encoding, callback) { callback(); } });
stream.on('error', (error) => console.log('error', error.code));
stream.end();
stream.write('x', (error) => console.log('callback', error.code));
