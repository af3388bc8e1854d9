'use strict';
// buf.write(string[, offset[, length]][, encoding]) in each of its forms.
require('../common');
const assert = require('assert');

function written(...args) {
  const buffer = Buffer.alloc(4);
  return [buffer.write(...args), buffer.toString('hex')];
}

assert.deepStrictEqual(written('61é'), [4, '3631c3a9']);
assert.deepStrictEqual(written('61', 'hex'), [1, '61000000']);
assert.deepStrictEqual(written('6162', 1, 'hex'), [2, '00616200']);
assert.deepStrictEqual(written('616263', 1, 2, 'hex'), [2, '00616200']);
assert.deepStrictEqual(written('abc', 3), [1, '00000061']);
assert.deepStrictEqual(written('é', 0, 1, 'latin1'), [1, 'e9000000']);
assert.deepStrictEqual(written('YWI', 1, 'base64'), [2, '00616200']);
assert.deepStrictEqual(written('ab', 0, 'utf16le'), [4, '61006200']);
assert.deepStrictEqual(written('ab', 0, 2, null), [2, '61620000']);
assert.throws(() => written('ab', 5), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => written('ab', 0, 'nope'), { code: 'ERR_UNKNOWN_ENCODING' });
assert.throws(() => written(1, 0), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => Buffer.prototype.write.call(undefined, 'ab', 0, 'hex'), TypeError);
