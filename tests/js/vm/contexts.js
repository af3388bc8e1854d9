'use strict';
// Contexts and the objects behind their globals.
require('../common');
const assert = require('assert');
const vm = require('vm');

const sandbox = { x: 1, log: [] };
assert.strictEqual(vm.isContext(sandbox), false);
assert.strictEqual(vm.createContext(sandbox), sandbox);
assert.strictEqual(vm.isContext(sandbox), true);
vm.runInContext('x += 40; var y = x + 1; function f() { return this === globalThis; } let hidden = 1;', sandbox);
assert.strictEqual(sandbox.x, 41);
assert.strictEqual(sandbox.y, 42);
assert.strictEqual(sandbox.f(), false);
assert.strictEqual(vm.runInContext('f()', sandbox), true);
assert.ok(!('hidden' in sandbox));
assert.strictEqual(vm.runInContext('hidden', sandbox), 1);
assert.strictEqual(vm.runInContext('typeof require + typeof process', sandbox), 'undefinedundefined');
assert.strictEqual(vm.runInContext('delete x; typeof x', sandbox), 'undefined');
assert.ok(!('x' in sandbox));
assert.deepStrictEqual(vm.runInContext('Object.keys(globalThis)', sandbox).sort().join(), 'f,log,y');
sandbox.added = 'later';
assert.strictEqual(vm.runInContext('added', sandbox), 'later');
vm.runInContext('Object.defineProperty(globalThis, "fixed", { value: 5, enumerable: true })', sandbox);
assert.strictEqual(sandbox.fixed, 5);
assert.throws(() => vm.runInContext('"use strict"; undeclared = 1', sandbox), { name: 'ReferenceError' });
assert.strictEqual(vm.runInContext('var desc = Object.getOwnPropertyDescriptor(globalThis, "y"); desc.value', sandbox), 42);

// Other realms have other built-ins.
assert.notStrictEqual(vm.runInContext('Array', sandbox), Array);
assert.strictEqual(vm.runInContext('[] instanceof Array', sandbox), true);
assert.strictEqual(vm.runInNewContext('a + b', { a: 1, b: 2 }), 3);
assert.strictEqual(vm.runInThisContext('typeof sandbox'), 'undefined');
assert.throws(() => vm.runInContext('1', {}), { code: 'ERR_INVALID_ARG_TYPE' });

const accessors = vm.createContext({ get g() { return 'got'; }, set s(value) { this.seen = value; } });
assert.strictEqual(vm.runInContext('s = 7; g', accessors), 'got');
assert.strictEqual(accessors.seen, 7);

const plain = vm.createContext(vm.constants.DONT_CONTEXTIFY);
assert.strictEqual(vm.runInContext('globalThis.z = 1; globalThis', plain), plain);
assert.strictEqual(plain.z, 1);
assert.throws(() => vm.runInNewContext('eval("1")', {}, { contextCodeGeneration: { strings: false } }),
              { name: 'EvalError', message: 'Code generation from strings disallowed for this context' });
