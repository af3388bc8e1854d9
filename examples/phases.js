'use strict';

// Touches every phase of the loop and prints the order. The same on Node 20, Node 26 and Phasor.

const fs = require('fs');
const { spawn } = require('child_process');

const log = (line) => console.log(line);

log('main: start');
process.nextTick(() => log('tick of main'));
Promise.resolve().then(() => {
  log('microtask of main');
  process.nextTick(() => log('tick of a microtask'));
});
queueMicrotask(() => log('second microtask of main'));

// Everything after this runs from inside the poll phase, where the order is fixed.
fs.stat(__filename, () => {
  log('poll: fs callback');
  setTimeout(() => {
    log('timers: after close');
    pipe();
  }, 0);
  setImmediate(() => {
    log('check: immediate of an fs callback');
    process.nextTick(() => log('tick of an immediate'));
    Promise.resolve().then(() => log('microtask of an immediate'));
  });
  setImmediate(() => log('check: second immediate'));
  process.nextTick(() => log('tick of the fs callback'));
  Promise.resolve().then(() => log('microtask of the fs callback'));

  // Destroying a stream over a descriptor closes it on the pool, in a later poll.
  const stream = fs.createReadStream(__filename);
  stream.on('open', () => stream.destroy());
  stream.on('close', () => log('close: file stream'));
});

// A pipe: data arrives in poll, its end closes the handle, whose callback runs in the closing phase.
function pipe() {
  const child = spawn('cat');
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text) => {
    log(`poll: pipe says ${text}`);
    setTimeout(() => log('timers: of the pipe'), 0);
    setImmediate(() => log('check: of the pipe'));
  });
  child.stdin.end('hello');
  child.on('close', (code) => log(`close: child, code ${code}`));
}

let turns = 0;
process.on('beforeExit', () => {
  if (turns++ === 0) {
    log('beforeExit');
    setImmediate(() => log('check: revived by beforeExit'));
  }
});
process.on('exit', (code) => log(`exit ${code}`));
log('main: end');
