'use strict';

const { mustCall, expectWarning } = require('../common');
const assert = require('assert');
const { promisify } = require('util');

function original(a, b, callback) {
  callback(null, a + b, 'second');
}
original.property = 1;
const promised = promisify(original);
assert.strictEqual(promised.name, 'original');
assert.strictEqual(promised.length, 3);
assert.strictEqual(promised.property, 1);
assert.strictEqual(promisify(promised), promised);
promised(1, 2).then(mustCall((value) => assert.strictEqual(value, 3)));

const failure = new Error('no');
promisify((callback) => callback(failure))().catch(mustCall((error) => assert.strictEqual(error, failure)));
promisify(() => { throw failure; })().catch(mustCall((error) => assert.strictEqual(error, failure)));

const receiver = { method: promisify(function(callback) { callback(null, this); }) };
receiver.method().then(mustCall((value) => assert.strictEqual(value, receiver)));

function custom() {}
custom[promisify.custom] = () => 'own';
assert.strictEqual(promisify(custom)(), 'own');
assert.strictEqual(promisify.custom, Symbol.for('nodejs.util.promisify.custom'));
assert.throws(() => promisify({}), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => promisify(Object.assign(() => {}, { [promisify.custom]: 1 })), { code: 'ERR_INVALID_ARG_TYPE' });

expectWarning('DeprecationWarning', [
  ['Calling promisify on a function that returns a Promise is likely a mistake.', 'DEP0174'],
]);
promisify(async (callback) => callback())();
