// resume() flows in a tick; pause() stops at once.
'use strict';

const { Readable } = require('stream');
const stream = new Readable({ read() {} });
stream.on('data', (chunk) => {
  console.log(`${chunk}`);
  if (`${chunk}` === 'a') {
    stream.pause();
    setImmediate(() => {
      console.log('resume');
      stream.resume();
    });
  }
});
stream.push('a');
stream.push('b');
stream.push(null);
stream.on('end', () => console.log('end'));
