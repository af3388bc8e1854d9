'use strict';
// dns.lookup: addresses need no resolver and answer in a tick; options are checked at once.
const { mustCall } = require('../common');
const assert = require('assert');
const dns = require('dns');
const { promisify } = require('util');

const order = [];
dns.lookup('127.0.0.1', mustCall((error, address, family) => {
  assert.deepStrictEqual([error, address, family], [null, '127.0.0.1', 4]);
  order.push('lookup');
}));
process.nextTick(() => order.push('tick'));
Promise.resolve().then(mustCall(() => assert.deepStrictEqual(order, ['lookup', 'tick'])));

dns.lookup('::1', { all: true }, mustCall((error, all) => assert.deepStrictEqual(all, [{ address: '::1', family: 6 }])));
dns.lookup('', mustCall((error, address, family) => assert.deepStrictEqual([error, address, family], [null, null, 4])));
dns.lookup('localhost', 4, mustCall((error, address) => assert.deepStrictEqual([error, address], [null, '127.0.0.1'])));
promisify(dns.lookup)('127.0.0.1').then(mustCall((found) => {
  assert.deepStrictEqual({ ...found }, { address: '127.0.0.1', family: 4 });
}));
dns.promises.lookup('127.0.0.1').then(mustCall((found) => {
  assert.deepStrictEqual(found, { address: '127.0.0.1', family: 4 });
}));
assert.throws(() => dns.lookup(1, () => {}), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => dns.lookup('x', 5, () => {}), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => dns.lookup('x', { order: 'any' }, () => {}), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => dns.lookup('x', {}), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => dns.lookupService('name', 80, () => {}), { code: 'ERR_INVALID_ARG_VALUE' });
