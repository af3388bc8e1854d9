'use strict';
// What Buffer.alloc and fill make of a value that is no string, and Buffer.concat of an item that is no Buffer.
require('../common');
const assert = require('assert');

const floats = new Float32Array([1, 2.5]);
assert.deepStrictEqual(Buffer.alloc(8, floats), Buffer.from(floats.buffer));
assert.deepStrictEqual(Buffer.alloc(3).fill(257), Buffer.from([1, 1, 1]));
assert.throws(() => Buffer.alloc(3).fill(new Uint16Array(0)), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => Buffer.alloc(3).fill(5n), TypeError);
for (const item of [1, {}, 'a', undefined, new Uint16Array(2)]) {
  assert.throws(() => Buffer.concat([item]), { code: 'ERR_INVALID_ARG_TYPE', message: /^The "list\[0\]" argument/ });
}
assert.throws(() => Buffer.alloc(2).write(1), { code: 'ERR_INVALID_ARG_TYPE', message: 'argument must be a string' });
assert.throws(() => structuredClone(new URLSearchParams('a=1')), { name: 'DataCloneError' });
