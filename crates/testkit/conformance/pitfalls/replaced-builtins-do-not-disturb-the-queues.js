// A program that replaces built-in methods breaks only itself.
// @before: argument < after await < immediate < tick
// @before: after await < timer
'use strict';

const { writeSync } = require('fs');
const log = (text) => writeSync(1, `${text}\n`);
Array.prototype.push = Array.prototype.shift = () => { throw new Error('replaced'); };
Promise.prototype.then = () => { throw new Error('replaced'); };
Map.prototype.get = Function.prototype.call = () => { throw new Error('replaced'); };
setTimeout(() => log('timer'), 1);
setImmediate(() => {
  process.nextTick(() => log('tick'));
  log('immediate');
});
process.nextTick((a) => log(a), 'argument');
(async () => {
  await null;
  log('after await');
})();
