// crypto.randomBytes with a callback is delivered like other pool work.
'use strict';

const crypto = require('crypto');
crypto.randomBytes(8, (error, bytes) => {
  console.log(error, bytes.length);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
});
console.log('main');
