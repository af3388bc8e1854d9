// Writes wait for construct().
'use strict';

const { Writable } = require('stream');
const stream = new Writable({
  construct(callback) {
    console.log('construct');
    setImmediate(() => {
      console.log('constructed');
      callback();
    });
  },
  write(chunk, encoding, callback) {
    console.log(`${chunk}`);
    callback();
  },
  final(callback) {
    console.log('final');
    callback();
  },
});
stream.write('a');
stream.end();
stream.on('finish', () => console.log('finish'));
