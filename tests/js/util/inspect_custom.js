'use strict';

const { mustCall } = require('../common');
const assert = require('assert');
const util = require('util');

const { inspect } = util;
assert.strictEqual(inspect.custom, Symbol.for('nodejs.util.inspect.custom'));

const object = {
  [inspect.custom]: mustCall(function(depth, options, passed) {
    assert.strictEqual(this, object);
    assert.strictEqual(depth, 1);
    assert.strictEqual(options.own, 'kept');
    assert.strictEqual(options.stylize('x', 'number'), 'x');
    assert.strictEqual(passed, inspect);
    return 'line 1\nline 2';
  }),
};
assert.strictEqual(inspect({ a: object }, { own: 'kept' }), '{\n  a: line 1\n  line 2\n}');
assert.strictEqual(inspect({ [inspect.custom]: () => ({ a: 1 }) }), '{ a: 1 }');
assert.match(inspect({ [inspect.custom]: () => 1 }, { customInspect: false }),
             /Function: \[nodejs\.util\.inspect\.custom\]/);

// Behind a proxy it gets nothing of this realm.
const target = { [inspect.custom](depth, options) { return `${Object.getPrototypeOf(options)}`; } };
assert.strictEqual(inspect(new Proxy(target, {})), 'null');
