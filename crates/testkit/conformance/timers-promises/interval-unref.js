// With ref: false an interval does not keep the process alive.
'use strict';

const { setInterval: every } = require('timers/promises');
(async () => {
  for await (const _ of every(100000, null, { ref: false })) console.log('never');
})();
process.on('exit', (code) => console.log('exit', code));
