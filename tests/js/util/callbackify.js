'use strict';

const { mustCall } = require('../common');
const assert = require('assert');
const { callbackify } = require('util');

async function original(value) {
  return [this, value];
}
const called = callbackify(original);
assert.strictEqual(called.name, 'originalCallbackified');
assert.strictEqual(called.length, 2);

const receiver = { called };
receiver.called('x', mustCall(function(error, value) {
  assert.strictEqual(error, null);
  assert.strictEqual(this, receiver);
  assert.deepStrictEqual(value, [receiver, 'x']);
}));

const failure = new Error('no');
callbackify(() => Promise.reject(failure))(mustCall((error) => assert.strictEqual(error, failure)));
callbackify(() => Promise.reject(null))(mustCall((error) => {
  assert.strictEqual(error.code, 'ERR_FALSY_VALUE_REJECTION');
  assert.strictEqual(error.reason, null);
  assert.strictEqual(error.message, 'Promise was rejected with falsy value');
}));
assert.throws(() => callbackify(1), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => callbackify(original)(), { code: 'ERR_INVALID_ARG_TYPE', message: /The last argument must be/ });

// What a callback throws is an uncaught exception, not a rejection.
process.once('uncaughtException', mustCall((error) => assert.strictEqual(error.message, 'thrown')));
callbackify(async () => {})(() => { throw new Error('thrown'); });
