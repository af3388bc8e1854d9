'use strict';
// Offsets and values that a Buffer's number methods refuse, with the reasons that they give.
require('../common');
const assert = require('assert');

const buffer = Buffer.alloc(8);
const offset = (range, received) => ({
  code: 'ERR_OUT_OF_RANGE',
  message: `The value of "offset" is out of range. It must be ${range}. Received ${received}`,
});
assert.throws(() => buffer.readInt16LE(Infinity), offset('>= 0 and <= 6', 'Infinity'));
assert.throws(() => buffer.writeDoubleBE(1, -Infinity), offset('>= 0 and <= 0', '-Infinity'));
assert.throws(() => buffer.readInt8(1.5), offset('an integer', '1.5'));
assert.throws(() => buffer.readUIntBE(0, Infinity), {
  message: 'The value of "byteLength" is out of range. It must be >= 1 and <= 6. Received Infinity',
});
for (const value of ['bad', '12', 1, {}]) {
  assert.throws(() => buffer.writeBigInt64LE(value), {
    name: 'TypeError', message: 'Cannot mix BigInt and other types, use explicit conversions',
  });
}
assert.strictEqual(buffer.writeBigInt64BE(-2n), 8);
assert.strictEqual(buffer.readBigInt64BE(), -2n);
assert.strictEqual(buffer.writeBigUInt64LE(2n ** 64n - 1n), 8);
assert.strictEqual(buffer.readBigUInt64LE(), 2n ** 64n - 1n);
assert.throws(() => buffer.toString(null), { code: 'ERR_UNKNOWN_ENCODING', message: 'Unknown encoding: null' });

// The value is judged before the offset, and NaN has one form.
assert.throws(() => buffer.writeUInt16BE(-1, 'x'), { code: 'ERR_OUT_OF_RANGE' });
for (let i = 0; i < 20_000; i++) buffer.writeDoubleBE(undefined);
assert.strictEqual(buffer.toString('hex'), '7ff8000000000000');
buffer.writeFloatBE({});
assert.strictEqual(buffer.toString('hex', 0, 4), '7fc00000');
