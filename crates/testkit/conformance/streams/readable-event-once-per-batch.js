// The readable event comes once for data that was pushed together.
'use strict';

const { Readable } = require('stream');
const stream = new Readable({ read() {} });
stream.on('readable', () => {
  let chunk;
  while ((chunk = stream.read()) !== null) console.log(`${chunk}`);
  console.log('drained');
});
stream.push('a');
stream.push('b');
setImmediate(() => stream.push(null));
stream.on('end', () => console.log('end'));
