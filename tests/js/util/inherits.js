'use strict';

require('../common');
const assert = require('assert');
const { inherits } = require('util');

function Parent() {}
Parent.prototype.method = () => 'inherited';
function Child() {}
inherits(Child, Parent);
assert.strictEqual(new Child().method(), 'inherited');
assert.strictEqual(Child.super_, Parent);
assert.strictEqual(Object.keys(Child).length, 0);
assert.throws(() => inherits(null, Parent), { code: 'ERR_INVALID_ARG_TYPE', message: /"ctor" argument/ });
assert.throws(() => inherits(Child, {}), { code: 'ERR_INVALID_ARG_TYPE', message: /"superCtor.prototype" property/ });
