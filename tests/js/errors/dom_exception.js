'use strict';

require('../common');
const assert = require('assert');

const error = new DOMException('text', 'AbortError');
assert.ok(error instanceof Error);
assert.strictEqual(error.name, 'AbortError');
assert.strictEqual(error.message, 'text');
assert.strictEqual(error.code, 20);
assert.strictEqual(DOMException.ABORT_ERR, 20);
assert.strictEqual(`${error}`, 'AbortError: text');
assert.match(error.stack, /^AbortError: text\n/);
assert.strictEqual(Object.prototype.toString.call(error), '[object DOMException]');
assert.strictEqual(Object.getPrototypeOf(DOMException), Function.prototype);
assert.deepStrictEqual(Object.keys(error), []);

const caused = new DOMException('text', { name: 'Own', cause: 1 });
assert.strictEqual(caused.code, 0);
assert.strictEqual(caused.cause, 1);
assert.strictEqual(new DOMException().name, 'Error');
assert.throws(() => DOMException.prototype.name, TypeError);

const quota = new QuotaExceededError('full', { quota: 1, requested: 2 });
assert.ok(quota instanceof DOMException);
assert.deepStrictEqual([quota.name, quota.code, quota.quota, quota.requested], ['QuotaExceededError', 22, 1, 2]);
assert.strictEqual(new QuotaExceededError().quota, null);
for (const options of [{ quota: -1 }, { quota: 2, requested: 1 }]) {
  assert.throws(() => new QuotaExceededError('', options), RangeError);
}
assert.throws(() => new QuotaExceededError('', { quota: NaN }), TypeError);
