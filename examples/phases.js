'use strict';

// Touches every phase of the loop, one after the other, and prints the order. Node 20, Node 26 and Phasor print the same:
// every step starts from a place where what follows is fixed.

const { spawn } = require('child_process');
const fs = require('fs');
const net = require('net');

const log = (line) => console.log(line);

/** Waits without turning the loop, so that a timer of 1 ms is due for certain. */
function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

/** What runs after a callback before the loop goes on: ticks, then microtasks. */
function drain(where) {
  Promise.resolve().then(() => log(`  microtask of ${where}`));
  process.nextTick(() => log(`  tick of ${where}`));
}

log('main: start');
process.nextTick(() => log('  tick of main'));
Promise.resolve().then(() => {
  log('  microtask of main');
  process.nextTick(() => log('  tick of a microtask, after all microtasks'));
});
queueMicrotask(() => log('  second microtask of main'));
fs.stat(__filename, fromThePool);
log('main: end');

// Poll: a job of the worker pool is done. Check comes next, whatever the timer says; timers end the turn.
function fromThePool() {
  log('poll: fs.stat');
  drain('fs.stat');
  setTimeout(() => {
    log('timers: after check');
    drain('a timer');
    connectToNothing();
  }, 1);
  setImmediate(() => {
    log('check: immediate');
    drain('an immediate');
    setImmediate(() => log('check: an immediate made by an immediate waits for the next turn'));
  });
  setImmediate(() => log('check: second immediate'));
  block();
}

// Pending: the error of a connection that cannot be made is told at the start of the next turn, before poll and check.
function connectToNothing() {
  const socket = net.connect({ path: `${__filename}.missing` });
  socket.on('error', (error) => log(`pending: connect ${error.code}`));
  setImmediate(() => {
    log('check: after pending');
    setImmediate(talkThroughPipes);
  });
}

// Poll: what arrives on a pipe.
function talkThroughPipes() {
  const child = spawn('cat', { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdout.setEncoding('utf8');
  child.stdout.once('data', (text) => {
    log(`poll: a pipe says ${text}`);
    drain('a pipe');
    setImmediate(() => closeInCheck(child));
  });
  child.stdin.write('hello');
}

// Closing: a handle closed in check is told so in the same turn, before timers and the next check.
function closeInCheck(child) {
  log('check: closes a pipe');
  child.stdout.on('close', () => log('close: the pipe'));
  child.stdout.destroy();
  setTimeout(() => log('timers: after closing'), 1);
  setImmediate(() => {
    log('check: the turn after closing');
    child.on('close', (code) => {
      log(`poll: the child has ended with ${code}`);
      drain('the child');
    });
    child.stdin.end();
  });
  block();
}

let revived = false;
process.on('beforeExit', () => {
  log('beforeExit');
  if (revived) return;
  revived = true;
  setImmediate(() => log('check: revived by beforeExit'));
});
process.on('exit', (code) => log(`exit ${code}`));
