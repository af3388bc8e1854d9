// A throw in io goes to uncaughtException, and everything that was queued still runs.
// @before: thrown in io uncaughtException < tick of the thrower
// @before: thrown in io uncaughtException < immediate < timer < exit 0
// @before: tick of the thrower < tick of the handler < microtask of the thrower < exit 0

import fs from 'node:fs';

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

process.on('exit', (code) => console.log('exit', code));
process.on('uncaughtException', (error, origin) => {
  console.log(error.message, origin);
  process.nextTick(() => console.log('tick of the handler'));
});
fs.stat('.', () => {
  setImmediate(() => console.log('immediate'));
  setTimeout(() => console.log('timer'), 1);
  block();
  process.nextTick(() => console.log('tick of the thrower'));
  Promise.resolve().then(() => console.log('microtask of the thrower'));
  throw new Error('thrown in io');
});
