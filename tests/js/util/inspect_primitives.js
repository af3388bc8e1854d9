'use strict';

require('../common');
const assert = require('assert');
const { inspect } = require('util');

const cases = [
  [undefined, 'undefined'],
  [null, 'null'],
  [-0, '-0'],
  [1e21, '1e+21'],
  [12n, '12n'],
  [Symbol('a b'), 'Symbol(a b)'],
  ['plain', "'plain'"],
  ["it's", '"it\'s"'],
  ['it\'s "it"', '`it\'s "it"`'],
  ['it\'s "it" `${', '\'it\\\'s "it" `${\''],
  ['\x00\t\n\x7f\u009f', "'\\x00\\t\\n\\x7F\\x9F'"],
  ['\ud800x', "'\\ud800x'"],
  ['\u{1f600}', "'\u{1f600}'"],
];
for (const [value, expected] of cases) assert.strictEqual(inspect(value), expected);

assert.strictEqual(inspect(1234567.891234, { numericSeparator: true }), '1_234_567.891_234');
assert.strictEqual(inspect(-1234n, { numericSeparator: true }), '-1_234n');
assert.strictEqual(inspect('abcdef', { maxStringLength: 3 }), "'abc'... 3 more characters");
assert.strictEqual(inspect([`${'a'.repeat(80)}\nb`, 1]), `[\n  '${'a'.repeat(80)}\\n' +\n    'b',\n  1\n]`);
