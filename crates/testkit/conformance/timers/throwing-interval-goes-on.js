// An interval that throws, handled, runs again.
'use strict';

process.on('uncaughtException', (error) => console.log('caught', error.message));
let rounds = 0;
const interval = setInterval(() => {
  rounds += 1;
  if (rounds === 3) clearInterval(interval);
  throw new Error(`round ${rounds}`);
}, 1);
