'use strict';

require('../common');
const assert = require('assert');
const { getCallSites } = require('util');

function inner() {
  return getCallSites();
}
const sites = inner();
assert.strictEqual(sites[0].functionName, 'inner');
assert.strictEqual(sites[0].scriptName, __filename);
assert.strictEqual(sites[0].lineNumber, 8);
assert.strictEqual(sites[1].functionName, '');
assert.strictEqual(sites[1].lineNumber, 10);
assert.deepStrictEqual(Object.keys(sites[0]),
                       ['functionName', 'scriptId', 'scriptName', 'lineNumber', 'columnNumber', 'column']);
assert.strictEqual(getCallSites(1).length, 1);
for (const count of [0, 201, 1.5]) assert.throws(() => getCallSites(count), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => getCallSites('x'), { code: 'ERR_INVALID_ARG_TYPE' });
