'use strict';

require('../common');
const assert = require('assert');
const { format, formatWithOptions } = require('util');

class WithToString {
  toString() {
    return 'own';
  }
}
const circular = {};
circular.self = circular;

const cases = [
  [[], ''],
  [['a', 1, { b: 2 }], 'a 1 { b: 2 }'],
  [['%s %s', 'a'], 'a %s'],
  [['%s', -0], '-0'],
  [['%s', 5n], '5n'],
  [['%s', Symbol('s')], 'Symbol(s)'],
  [['%s', { a: { b: 1 } }], '{ a: [Object] }'],
  [['%s', new WithToString()], 'own'],
  [['%s', new Date(0)], '1970-01-01T00:00:00.000Z'],
  [['%d', '42'], '42'],
  [['%d', Symbol('s')], 'NaN'],
  [['%i %f', '42.9px', '1.5'], '42 1.5'],
  [['%j', { a: [1] }], '{"a":[1]}'],
  [['%j', circular], '[Circular]'],
  [['%j', undefined], 'undefined'],
  [['%O', { a: { b: { c: { d: 1 } } } }], '{ a: { b: { c: [Object] } } }'],
  [['%%%s%%', 'x'], '%x%'],
  [['%%'], '%%'],
  [['%c%s', 'color: red', 'x'], 'x'],
  [['%x', 1], '%x 1'],
  [['%', 1], '% 1'],
  [[1, 'a'], '1 a'],
];
for (const [args, expected] of cases) assert.strictEqual(format(...args), expected);

assert.match(format('%o', function f() {}), /^<ref \*1> \[Function: f\] \{\n {2}\[length\]: 0,/);
assert.strictEqual(formatWithOptions({ colors: true }, '%s', 1), '1');
assert.strictEqual(formatWithOptions({ colors: true }, 1), '\u001b[33m1\u001b[39m');
assert.throws(() => formatWithOptions(1), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => format('%j', { toJSON() { throw new Error('from toJSON'); } }), /from toJSON/);
