'use strict';

require('../common');
const assert = require('assert');
const { inspect } = require('util');

const head = (value, options) => inspect(value, options).split('\n    at ')[0];

class Custom extends Error {}
class CustomError extends Error {}
class Renamed extends TypeError {
  constructor(message) {
    super(message);
    this.name = 'Other';
  }
}
assert.strictEqual(head(new Custom('m')), 'Custom [Error]: m');
assert.strictEqual(head(new CustomError('m')), 'CustomError: m');
assert.strictEqual(head(new Renamed('m')), 'Other: m');

const bare = new Error('m');
bare.stack = undefined;
assert.strictEqual(inspect(bare), '[Error: m]');

const extra = new RangeError('m');
extra.code = 'E_X';
assert.match(inspect(extra), /\n {4}at .*\{\n {2}code: 'E_X'\n\}$/s);

const caused = new Error('outer', { cause: new Error('inner') });
assert.match(inspect(caused), /\{\n {2}\[cause\]: Error: inner\n {6}at/);
assert.match(inspect(new AggregateError([1, 2], 'm')), /\{\n {2}\[errors\]: \[ 1, 2 \]\n\}$/);

// Lines that repeat are told by their number.
const recursive = new Error('m');
recursive.stack = `Error: m\n${'    at f (x.js:1:1)\n'.repeat(12)}    at g (x.js:2:1)`;
assert.strictEqual(inspect(recursive), 'Error: m\n    at f (x.js:1:1)\n' +
  '    ... collapsed 11 duplicate lines matching above 1 lines 11 times...\n    at g (x.js:2:1)');

// Getters that throw do no harm.
const trap = new Error('m');
Object.defineProperty(trap, 'name', { get() { throw new Error('never seen'); } });
assert.match(inspect(trap), /Error/);
