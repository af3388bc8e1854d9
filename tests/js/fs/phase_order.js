'use strict';

// Results come from the pool between two check phases: dependent operations let an immediate run in between.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');

const order = [];
fs.readdir(__dirname, common.mustSucceed(() => {
  order.push('readdir');
  setImmediate(common.mustCall(() => order.push('immediate')));
  fs.stat(__filename, common.mustSucceed(() => {
    order.push('stat');
    assert.deepStrictEqual(order, ['tick', 'microtask', 'readdir', 'immediate', 'stat']);
  }));
}));
process.nextTick(() => order.push('tick'));
queueMicrotask(() => order.push('microtask'));
