'use strict';

const { mustCall } = require('../common');
const assert = require('assert');

const thrower = (error) => () => { throw error; };
class Own extends TypeError {}
const error = Object.assign(new Own('text'), { code: 'E_OWN', info: { a: 1 } });

assert.throws(thrower(error));
assert.throws(thrower(error), Own);
assert.throws(thrower(error), TypeError);
assert.throws(thrower(error), /^TypeError: text$/);
assert.throws(thrower(error), { name: 'TypeError', message: /ex/, code: 'E_OWN', info: { a: 1 } });
assert.throws(thrower(error), (thrown) => thrown === error);
assert.throws(thrower('text'), /text/);
assert.doesNotThrow(() => {});

const fails = (fn, expected) => assert.throws(fn, { name: 'AssertionError', ...expected });
fails(() => assert.throws(thrower(error), RangeError),
      { message: 'The error is expected to be an instance of "RangeError". Received "Own"\n\nError message:\n\ntext' });
fails(() => assert.throws(thrower(error), { code: 'E_OTHER' }),
      { message: /\+ {3}code: 'E_OWN'\n- {3}code: 'E_OTHER'\n/, operator: 'throws', actual: error });
fails(() => assert.throws(thrower(error), () => false),
      { message: /^The validation function is expected to return "true"\. Received false\n\nCaught error:/ });
assert.throws(() => assert.throws(thrower(error), {}), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => assert.throws(thrower(error), 'text'), { code: 'ERR_AMBIGUOUS_ARGUMENT' });
assert.throws(() => assert.throws('x'), { code: 'ERR_INVALID_ARG_TYPE' });
// What is not expected goes on.
assert.throws(() => assert.doesNotThrow(thrower(error), RangeError), error);

const succeeds = (promise) => promise.then(mustCall());
const rejects = (promise, check) => promise.then(assert.fail, mustCall(check));
succeeds(assert.rejects(Promise.reject(error), Own));
succeeds(assert.rejects(async () => { throw error; }, { code: 'E_OWN' }));
succeeds(assert.doesNotReject(Promise.resolve(1)));
rejects(assert.rejects(Promise.resolve(1)), ({ message }) => {
  assert.strictEqual(message, 'Missing expected rejection.');
});
rejects(assert.doesNotReject(Promise.reject(error)), ({ message }) => {
  assert.strictEqual(message, 'Got unwanted rejection.\nActual message: "text"');
});
rejects(assert.rejects(() => 1), ({ code }) => assert.strictEqual(code, 'ERR_INVALID_RETURN_VALUE'));
rejects(assert.rejects(1), ({ code }) => assert.strictEqual(code, 'ERR_INVALID_ARG_TYPE'));
