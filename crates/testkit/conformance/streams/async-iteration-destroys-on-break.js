// Leaving for await destroys the stream.
'use strict';

const { Readable } = require('stream');
const stream = Readable.from(['a', 'b', 'c']);
stream.on('close', () => console.log('close'));
(async () => {
  for await (const chunk of stream) {
    console.log(chunk);
    break;
  }
  console.log('after', stream.destroyed);
})();
