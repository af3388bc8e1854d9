'use strict';

require('../common');
const assert = require('assert');
const fs = require('fs');
const util = require('util');

function thrownBy(fn) {
  try {
    fn();
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
}

const wrongType = thrownBy(() => util.getSystemErrorName('x'));
assert.strictEqual(wrongType.name, 'TypeError');
assert.strictEqual(wrongType.code, 'ERR_INVALID_ARG_TYPE');
assert.strictEqual(wrongType.constructor, TypeError);
assert.strictEqual(`${wrongType}`,
                   'TypeError [ERR_INVALID_ARG_TYPE]: The "err" argument must be of type number. ' +
                   "Received type string ('x')");
assert.strictEqual(wrongType.stack.split('\n')[0], `${wrongType}`);
assert.deepStrictEqual(Object.keys(wrongType), ['code']);
// The frames of the check itself are hidden.
assert.match(wrongType.stack.split('\n')[1], /getSystemErrorName/);

const received = [
  [undefined, 'undefined'], [null, 'null'], [-0, 'type number (-0)'], [5n, 'type bigint (5n)'],
  [Symbol('s'), 'type symbol (Symbol(s))'], [() => {}, 'function '], [function f() {}, 'function f'],
  [[], 'an instance of Array'], [Object.create(null), '[Object: null prototype] {}'],
  ["it's", 'type string ("it\'s")'], ['x'.repeat(40), `type string ('${'x'.repeat(25)}...')`],
];
for (const [value, text] of received) {
  if (typeof value === 'number') continue;
  assert.ok(thrownBy(() => util.getSystemErrorName(value)).message.endsWith(`Received ${text}`));
}

assert.strictEqual(thrownBy(() => util.getSystemErrorName(2 ** 40)).message,
                   'The value of "err" is out of range. It must be a negative integer. Received 1_099_511_627_776');
assert.strictEqual(thrownBy(() => fs.readFileSync({})).message,
                   'The "path" argument must be of type string or an instance of Buffer or URL. ' +
                   'Received an instance of Object');
