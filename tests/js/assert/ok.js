'use strict';

require('../common');
const assert = require('assert');

const messageOf = (fn) => {
  try {
    fn();
  } catch (error) {
    assert.strictEqual(error.operator, '==');
    return error.message;
  }
  return undefined;
};
const falsy = (source) => `The expression evaluated to a falsy value:\n\n  ${source}\n`;

assert(true);
assert.ok(1, 'not shown');
assert.strictEqual(messageOf(() => assert(false)), falsy('assert(false)'));
assert.strictEqual(messageOf(() => { assert.ok(null === undefined); }), falsy('assert.ok(null === undefined)'));
assert.strictEqual(messageOf(() => assert.strict['ok']((0))), falsy("assert.strict['ok']((0))"));
assert.strictEqual(messageOf(() => [assert(typeof 1 === 'x'), 1]), falsy("assert(typeof 1 === 'x')"));
assert.strictEqual(messageOf(() => assert(0, 'own')), 'own');
assert.strictEqual(messageOf(() => assert(0, '%s!', 'own')), 'own!');
assert.strictEqual(messageOf(() => assert()), 'No value argument passed to `assert.ok()`');
assert.strictEqual(messageOf(() => eval('assert(0)')), falsy('assert(0)'));

const failure = new TypeError('given');
assert.throws(() => assert(0, failure), failure);
try {
  assert(0);
} catch (error) {
  assert.strictEqual(error.generatedMessage, true);
  // The first frame is the caller's.
  assert.ok(error.stack.split('\n    at ')[1].includes(__filename));
}
