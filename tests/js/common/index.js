'use strict';

// What the behaviour tests share. A test is a script that ends with code 0; `mustCall` and its like are
// judged when the process exits.

const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');

const expectations = [];

process.on('exit', (code) => {
  // A test that fails in another way says so itself.
  if (code !== 0) return;
  const broken = expectations.filter(({ isMet }) => !isMet());
  for (const { describe, where } of broken) console.error(`${describe()}\n${where}`);
  if (broken.length > 0) process.exitCode = 1;
});

function placeOf(caller) {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 4;
  const holder = {};
  Error.captureStackTrace(holder, caller);
  Error.stackTraceLimit = limit;
  return holder.stack.split('\n').slice(1).join('\n');
}

function counted(fn, describe, isMet, caller) {
  const entry = { calls: 0, where: placeOf(caller) };
  entry.describe = () => describe(entry.calls);
  entry.isMet = () => isMet(entry.calls);
  expectations.push(entry);
  function wrapped(...args) {
    entry.calls++;
    return fn.apply(this, args);
  }
  Object.defineProperty(wrapped, 'length', { value: fn.length, configurable: true });
  return wrapped;
}

function isCount(value) {
  return typeof value === 'number';
}

/**
 * A function that has to be called exactly `count` times until the process exits.
 * @param {Function | number} [fn] or the count
 * @param {number} [count]
 * @returns {Function}
 */
function mustCall(fn, count = 1) {
  if (isCount(fn)) return mustCallAs(() => {}, fn, mustCall);
  return mustCallAs(fn ?? (() => {}), count, mustCall);
}

function mustCallAs(fn, count, caller) {
  const describe = (calls) => `${fn.name || 'A function'} had to be called ${count} times, and was ${calls} times`;
  return counted(fn, describe, (calls) => calls === count, caller);
}

/** A function that has to be called at least `minimum` times. */
function mustCallAtLeast(fn, minimum = 1) {
  const describe = (calls) => {
    return `${fn.name || 'A function'} had to be called at least ${minimum} times, and was ${calls} times`;
  };
  return counted(fn, describe, (calls) => calls >= minimum, mustCallAtLeast);
}

/** A callback that has to be called once, without an error; `fn` gets what comes after the error. */
function mustSucceed(fn, count = 1) {
  return mustCallAs(function(error, ...args) {
    assert.ifError(error);
    return fn?.apply(this, args);
  }, count, mustSucceed);
}

/** A function that fails the test when it is called. */
function mustNotCall(message = 'must not be called') {
  const where = placeOf(mustNotCall);
  return function mustNotCall(...args) {
    assert.fail(`${message} (with ${args.length} arguments), made\n${where}`);
  };
}

/**
 * A function that checks errors: for assert.throws, or as a listener that has to be called `count` times.
 * @param {object} expected properties of the error: name, code, message …
 * @param {number} [count]
 * @returns {(error: Error) => true}
 */
function expectsError(expected, count = 1) {
  return mustCallAs((error) => {
    assert.throws(() => { throw error; }, expected);
    return true;
  }, count, expectsError);
}

/**
 * Checks the warnings of the process, which must be these, in order for each name.
 * @param {string} name such as DeprecationWarning
 * @param {([message: string, code?: string] | string)[]} expected
 */
function expectWarning(name, expected) {
  const left = expected.map((entry) => (typeof entry === 'string' ? [entry] : entry));
  const entry = {
    where: placeOf(expectWarning),
    describe: () => `Warnings that did not come: ${left.map(([message]) => message).join('; ')}`,
    isMet: () => left.length === 0,
  };
  expectations.push(entry);
  process.on('warning', (warning) => {
    if (warning.name !== name) return;
    assert.notStrictEqual(left.length, 0, `unexpected ${name}: ${warning.message}`);
    const [message, code] = left.shift();
    assert.strictEqual(warning.message, message);
    assert.strictEqual(warning.code, code);
  });
}

/**
 * A fresh temporary folder, removed at exit.
 * @returns {string} its path
 */
function tmpdir() {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'phasor-test-')));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

module.exports = {
  expectWarning,
  expectsError,
  isWindows: process.platform === 'win32',
  mustCall,
  mustCallAtLeast,
  mustNotCall,
  mustSucceed,
  tmpdir,
};
