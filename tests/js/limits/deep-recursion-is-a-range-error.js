'use strict';
// Recursion without end throws a RangeError that can be caught: in plain code, in a callback, in a getter and in lib/'s own code.
const { mustCall } = require('../common');
const assert = require('assert');
const { inspect } = require('util');

const overflow = { name: 'RangeError', message: 'Maximum call stack size exceeded' };
function endless() {
  return endless() + 1;
}
assert.throws(endless, overflow);
setImmediate(mustCall(() => assert.throws(endless, overflow)));
assert.throws(function tick() {
  process.nextTick(() => {});
  tick();
}, overflow);

let nested = {};
for (let i = 0; i < 100_000; i++) nested = { nested };
assert.match(inspect(nested, { depth: Infinity }), /Inspection interrupted prematurely. Maximum call stack size exceeded/);
