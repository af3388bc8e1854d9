'use strict';

require('../common');
const assert = require('assert');

assert.strictEqual(require('assert/strict'), assert.strict);
assert.strictEqual(assert.strict.strict, assert.strict);
assert.strictEqual(assert.strict.equal, assert.strictEqual);
assert.equal(1, '1');
assert.throws(() => assert.strict.equal(1, '1'), assert.AssertionError);
assert.deepEqual({ a: 1 }, { a: '1' });
assert.throws(() => assert.strict.deepEqual({ a: 1 }, { a: '1' }), assert.AssertionError);

const { Assert } = assert;
const own = new Assert({ diff: 'full', strict: false, skipPrototype: true });
own.equal(1, '1');
own.deepStrictEqual(new (class { a = 1; })(), { a: 1 });
const list = (odd) => Array.from({ length: 60 }, (_, i) => (i === odd ? 'odd' : i));
assert.throws(() => own.notDeepStrictEqual(list(), list()), { diff: 'full', message: /\n {2}59\n\]/ });
assert.throws(() => Assert(), { code: 'ERR_CONSTRUCT_CALL_REQUIRED' });
assert.throws(() => new Assert({ diff: 'half' }), { code: 'ERR_INVALID_ARG_VALUE' });
// Without its object, a method does as the module's.
const { strictEqual } = new Assert();
assert.throws(() => strictEqual(1, 2), { diff: 'simple' });

const error = new assert.AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' });
assert.deepStrictEqual(Object.keys(error), ['generatedMessage', 'code', 'actual', 'expected', 'operator', 'diff']);
assert.strictEqual(`${error}`, 'AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:\n\n1 !== 2\n');
assert.throws(() => new assert.AssertionError(), { code: 'ERR_INVALID_ARG_TYPE' });
