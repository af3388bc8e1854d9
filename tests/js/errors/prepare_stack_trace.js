'use strict';

require('../common');
const assert = require('assert');
const vm = require('vm');

assert.match(new TypeError('m').stack, /^TypeError: m\n {4}at /);

const original = Error.prepareStackTrace;
Error.prepareStackTrace = (error, sites) => ({ error, sites });
const error = new Error('m');
assert.strictEqual(error.stack.error, error);
assert.strictEqual(error.stack.sites[0].getFileName(), __filename);
assert.strictEqual(typeof error.stack.sites[0].getLineNumber(), 'number');
// It serves other contexts, too.
assert.ok(vm.runInNewContext('new Error("m")').stack.sites);

Error.prepareStackTrace = () => { throw new RangeError('from the hook'); };
assert.throws(() => new Error('m').stack, RangeError);

Error.prepareStackTrace = 5;
assert.match(new Error('m').stack, /^Error: m\n {4}at /);
Error.prepareStackTrace = original;

const holder = {};
function outer() {
  Error.captureStackTrace(holder, outer);
}
outer();
assert.ok(!holder.stack.includes('outer'));

Error.stackTraceLimit = 0;
assert.strictEqual(new Error('m').stack, 'Error: m');
Error.stackTraceLimit = 1;
assert.strictEqual(new Error('m').stack.split('\n').length, 2);
Error.stackTraceLimit = 10;
