'use strict';

// usage: order.js SEED [SIZE]: runs a random program of callbacks in callbacks, and prints in which order they ran.
//
// The order is determined by Node's rules alone: timers lie 60 ms apart, so that each fires when nothing else is left, and
// no two pool jobs are in flight together. `AsyncLocalStorage.enterWith` is left out: Node lets a store that a
// throwing callback entered reach unrelated callbacks.

const { AsyncLocalStorage, AsyncResource } = require('async_hooks');
const EventEmitter = require('events');
const fs = require('fs');
const { PassThrough, Readable } = require('stream');
const timersPromises = require('timers/promises');

let state = Number(process.argv[2]);
let operations = Number(process.argv[3] ?? 40);
let labels = 0;
let timers = 0;
const seen = [];
const storage = new AsyncLocalStorage();

/** An integer from 0 up to `below`, exclusively: the same in every runtime, from a linear congruential generator. */
function random(below) {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >>> 8) % below;
}

const log = (text) => seen.push(storage.getStore() === undefined ? text : `${text}@${storage.getStore()}`);
const delay = () => 60 * ++timers;

/** A callback that says its name, does more, and sometimes throws. */
function callback(kind) {
  const label = `${kind}${labels++}`;
  return () => {
    log(label);
    act(random(4));
    if (random(12) === 0) throw new Error(label);
    return label;
  };
}

const actions = [
  () => process.nextTick(callback('tick')),
  () => process.nextTick(callback('tick')),
  () => Promise.resolve().then(callback('then')),
  () => queueMicrotask(callback('microtask')),
  () => setImmediate(callback('immediate')),
  () => setImmediate(callback('immediate')),
  () => setTimeout(callback('timer'), delay()),
  () => timersPromises.setImmediate().then(callback('promised immediate')),
  () => timersPromises.setTimeout(delay()).then(callback('promised timer')),
  async function awaiting() {
    log('async');
    const rest = callback('await');
    await null;
    rest();
    await rest;
    log('awaited');
  },
  () => {
    const immediate = setImmediate(callback('cleared or not'));
    if (random(2) === 1) clearImmediate(immediate);
    else setImmediate(() => clearImmediate(immediate));
  },
  () => Promise.reject(new Error(`rejection${labels++}`)),
  () => {
    const promise = Promise.reject(new Error(`late${labels++}`));
    setImmediate(() => promise.catch(callback('caught late')));
  },
  () => storage.run(`store${labels++}`, act, 2),
  () => {
    const bound = AsyncResource.bind(callback('bound'));
    storage.run(`store${labels++}`, () => setImmediate(bound));
  },
  () => {
    const emitter = new EventEmitter({ captureRejections: true });
    emitter.on('error', callback('captured'));
    emitter.on('event', callback('event'));
    emitter.on('event', async () => {
      log('async listener');
      if (random(2) === 1) throw new Error('to be captured');
    });
    emitter.emit('event');
  },
  () => {
    const readable = new Readable({ read() {} });
    for (const name of ['data', 'end', 'close']) readable.on(name, callback(name));
    readable.push('chunk');
    readable.push(null);
  },
  () => {
    const through = new PassThrough();
    through.on('readable', () => { while (through.read() !== null) log('chunk'); });
    for (const name of ['finish', 'end']) through.on(name, callback(name));
    through.write('chunk', callback('written'));
    through.end(callback('ended'));
  },
  () => {
    const thenable = { then(resolve) { log('then of a thenable'); resolve(callback('thenable')); } };
    Promise.resolve(thenable).then((f) => f());
  },
  () => Promise.all([null, Promise.resolve(), (async () => callback('all')())()])
    .then(callback('after all')).finally(callback('finally')),
];

function act(count) {
  for (let i = 0; i < count && operations > 0; i++) {
    operations--;
    actions[random(actions.length)]();
  }
}

function hear(event) {
  return (error) => {
    log(`${event} ${error?.message}`);
    if (random(3) === 0) act(1);
  };
}
process.on('uncaughtException', hear('uncaught'));
process.on('unhandledRejection', hear('unhandled'));
process.on('rejectionHandled', () => log('rejection handled'));
process.on('beforeExit', () => {
  if (operations <= 0) return;
  log('before exit');
  act(3);
});
process.on('exit', (code) => console.log(`${seen.join('\n')}\nexit ${code}`));

// From an I/O callback the order of immediates and timers is determined.
fs.stat(__filename, () => act(6));
