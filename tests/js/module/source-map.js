'use strict';
// module.SourceMap.
require('../common');
const assert = require('assert');
const { SourceMap, findSourceMap } = require('module');

const payload = {
  version: 3,
  file: 'out.js',
  sources: ['in.js'],
  names: ['first'],
  mappings: 'AAAA;AACA,GAAGA',
};
const map = new SourceMap(payload, { lineLengths: [3, 5] });
assert.deepStrictEqual(map.payload, payload);
assert.deepStrictEqual(map.lineLengths, [3, 5]);
assert.deepStrictEqual({ ...map.findEntry(0, 0) }, {
  generatedLine: 0, generatedColumn: 0, originalSource: 'in.js', originalLine: 0, originalColumn: 0, name: undefined,
});
assert.deepStrictEqual({ ...map.findEntry(1, 9) }, {
  generatedLine: 1, generatedColumn: 3, originalSource: 'in.js', originalLine: 1, originalColumn: 3, name: 'first',
});
assert.strictEqual(findSourceMap('/no/such/file.js'), undefined);
assert.throws(() => new SourceMap('no object'), { code: 'ERR_INVALID_ARG_TYPE' });
