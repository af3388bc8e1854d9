'use strict';

const { expectWarning } = require('../common');
const assert = require('assert');
const { deprecate } = require('util');

expectWarning('DeprecationWarning', [['first', undefined], ['shared', 'TEST1'], ['class', 'TEST2']]);

function add(a, b) {
  return a + b;
}
const old = deprecate(add, 'first');
assert.strictEqual(old(1, 2), 3);
assert.strictEqual(old(1, 2), 3);
assert.strictEqual(old.length, 2);
assert.strictEqual(Object.getPrototypeOf(old), add);

deprecate(add, 'shared', 'TEST1')(1, 1);
deprecate(add, 'not shown', 'TEST1')(1, 1);

class Thing {}
const OldThing = deprecate(Thing, 'class', 'TEST2');
assert.ok(new OldThing() instanceof Thing);
assert.ok(new Thing() instanceof OldThing);

process.noDeprecation = true;
deprecate(add, 'never shown')(1, 1);
process.noDeprecation = false;
assert.throws(() => deprecate(add, 'm', 1), { code: 'ERR_INVALID_ARG_TYPE' });
