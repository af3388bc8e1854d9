'use strict';

require('../common');
const assert = require('assert');

function messageOf(fn) {
  try {
    fn();
  } catch (error) {
    assert.strictEqual(error.name, 'AssertionError');
    assert.strictEqual(error.code, 'ERR_ASSERTION');
    return error.message;
  }
  return assert.fail('nothing was thrown');
}

const cases = [
  [() => assert.strictEqual(1, 2), 'Expected values to be strictly equal:\n\n1 !== 2\n'],
  [() => assert.strictEqual('a'.repeat(10), 'b'.repeat(10)),
   "Expected values to be strictly equal:\n+ actual - expected\n\n+ 'aaaaaaaaaa'\n- 'bbbbbbbbbb'\n"],
  [() => assert.strictEqual('same start here', 'same start, there'),
   'Expected values to be strictly equal:\n+ actual - expected\n\n' +
   "+ 'same start here'\n- 'same start, there'\n             ^\n"],
  [() => assert.strictEqual({ a: 1 }, { a: 1 }),
   'Values have same structure but are not reference-equal:\n\n{\n  a: 1\n}\n'],
  [() => assert.deepStrictEqual([1, 2, 3], [1, 2, 4]),
   'Expected values to be strictly deep-equal:\n+ actual - expected\n\n  [\n    1,\n    2,\n+   3\n-   4\n  ]\n'],
  [() => assert.partialDeepStrictEqual({ a: 1, c: 3 }, { a: 2 }),
   'Expected values to be partially and strictly deep-equal:\n+ actual - expected\n\n' +
   '  {\n+   a: 1,\n+   c: 3\n-   a: 2\n  }\n'],
  [() => assert.notStrictEqual(1, 1), 'Expected "actual" to be strictly unequal to: 1'],
  [() => assert.notDeepStrictEqual({ a: 1 }, { a: 1 }),
   'Expected "actual" not to be strictly deep-equal to:\n\n{\n  a: 1\n}\n'],
  [() => assert.equal(1, 2), '1 == 2'],
  [() => assert.notEqual(1, 1), '1 != 1'],
  [() => assert.deepEqual([1], [2]),
   'Expected values to be loosely deep-equal:\n\n[\n  1\n]\n\nshould loosely deep-equal\n\n[\n  2\n]'],
  [() => assert.match('abc', /x/), "The input did not match the regular expression /x/. Input:\n\n'abc'\n"],
  [() => assert.doesNotMatch('abc', /a/),
   "The input was expected to not match the regular expression /a/. Input:\n\n'abc'\n"],
  [() => assert.throws(() => {}), 'Missing expected exception.'],
  [() => assert.throws(() => {}, TypeError, 'why'), 'Missing expected exception (TypeError): why'],
  [() => assert.doesNotThrow(() => { throw new Error('m'); }), 'Got unwanted exception.\nActual message: "m"'],
  [() => assert.ifError('x'), "ifError got unwanted exception: 'x'"],
  [() => assert.fail(), 'Failed'],
  [() => assert.fail('why'), 'why'],
  [() => assert.strictEqual(1, 2, 'own'), 'own\n\n1 !== 2\n'],
  [() => assert.equal(1, 2, 'own %d', 3), 'own 3'],
  [() => assert.equal(1, 2, (actual, expected) => `${actual} or ${expected}`), '1 or 2'],
];
for (const [fn, expected] of cases) assert.strictEqual(messageOf(fn), expected);

// Long stretches without a difference are left out.
const numbers = (odd) => Array.from({ length: 40 }, (_, i) => (i === odd ? 'odd' : i));
const long = messageOf(() => assert.deepStrictEqual(numbers(20), numbers()));
assert.match(long, /\n\.\.\. Skipped lines\n\n {2}\[\n {4}0,\n {4}1,\n {4}2,\n {4}3,\n\.\.\.\n {4}19,\n\+ {3}'odd',\n/);

const failure = new RangeError('given');
assert.throws(() => assert.strictEqual(1, 2, failure), failure);
assert.throws(() => assert.strictEqual(1, 2, 5), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => assert.strictEqual(1), { code: 'ERR_MISSING_ARGS' });
