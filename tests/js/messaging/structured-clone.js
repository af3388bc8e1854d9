'use strict';

// structuredClone copies what JavaScript knows, keeps identities, and moves what is transferred.

require('../common');
const assert = require('assert');

const shared = { one: 1 };
const value = {
  nothing: undefined, big: 10n, date: new Date(5), expression: /a+/gi, map: new Map([[shared, new Set([shared])]]),
  bytes: new Uint8Array([1, 2, 3]), sparse: [1, , 3], boxed: Object(true), error: new RangeError('far', { cause: shared }),
};
value.self = value;
const copy = structuredClone(value);
assert.strictEqual(copy.self, copy);
assert.notStrictEqual(copy.bytes.buffer, value.bytes.buffer);
assert.deepStrictEqual({ ...copy, self: 0, error: 0 }, { ...value, self: 0, error: 0 });
assert.ok(copy.error instanceof RangeError);
assert.strictEqual(copy.error.stack, value.error.stack);
const [[key, set]] = copy.map;
assert.ok(set.has(key));
assert.deepStrictEqual(copy.error.cause, shared);

const exception = structuredClone(new DOMException('late', 'TimeoutError'));
assert.ok(exception instanceof DOMException);
assert.deepStrictEqual([exception.name, exception.message, exception.code], ['TimeoutError', 'late', 23]);

const buffer = new ArrayBuffer(16);
const view = new Uint16Array(buffer, 2, 3);
view[1] = 7;
const moved = structuredClone({ view }, { transfer: [buffer] });
assert.strictEqual(buffer.byteLength, 0);
assert.strictEqual(view.length, 0);
assert.deepStrictEqual([moved.view.byteOffset, ...moved.view], [2, 0, 7, 0]);

const memory = new SharedArrayBuffer(4);
new Uint8Array(structuredClone(memory))[0] = 9;
assert.strictEqual(new Uint8Array(memory)[0], 9);

process.env.CLONED = 'yes';
const environment = structuredClone(process.env);
assert.strictEqual(environment.CLONED, 'yes');
assert.strictEqual(Object.getPrototypeOf(environment), Object.prototype);

assert.throws(() => structuredClone(), { code: 'ERR_MISSING_ARGS' });
assert.throws(() => structuredClone(1, 1), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => structuredClone(1, { transfer: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => structuredClone(1, { transfer: [1] }), { code: 'ERR_INVALID_ARG_TYPE' });
