'use strict';
// vm.Script, its errors, time limits and code cache.
const { mustCall } = require('../common');
const assert = require('assert');
const vm = require('vm');

const script = new vm.Script('globalThis.count = (globalThis.count ?? 0) + 1');
script.runInThisContext();
assert.strictEqual(script.runInThisContext(), 2);
assert.strictEqual(script.runInNewContext({ count: 10 }), 11);

assert.throws(() => new vm.Script('var x = ;', { filename: 'named.js', lineOffset: 4 }), (error) => {
  assert.ok(error.stack.startsWith("named.js:5\nvar x = ;\n        ^\n\nSyntaxError: Unexpected token ';'\n"), error.stack);
  return true;
});
assert.throws(() => vm.runInThisContext('null.x', 'thrown.js'), (error) => {
  assert.ok(error.stack.startsWith('thrown.js:1\nnull.x\n     ^\n\nTypeError: Cannot read'), error.stack);
  return true;
});
assert.throws(() => vm.runInThisContext('for (;;);', { timeout: 20 }), {
  code: 'ERR_SCRIPT_EXECUTION_TIMEOUT',
  message: 'Script execution timed out after 20ms',
});
assert.strictEqual(vm.runInThisContext('1 + 1', { timeout: 10_000 }), 2);

const cached = script.createCachedData();
assert.ok(Buffer.isBuffer(cached) && cached.length > 0);
const again = new vm.Script('globalThis.count = (globalThis.count ?? 0) + 1', { cachedData: cached });
assert.strictEqual(again.cachedDataRejected, false);
assert.strictEqual(new vm.Script('"other text"', { cachedData: cached }).cachedDataRejected, true);

const fn = vm.compileFunction('return a + b + c', ['a', 'b'], { contextExtensions: [{ c: 100 }] });
assert.strictEqual(fn(1, 2), 103);
const context = vm.createContext({ inner: 1 });
assert.strictEqual(vm.compileFunction('return inner', [], { parsingContext: context })(), 1);
assert.throws(() => vm.compileFunction('x y'), SyntaxError);
assert.throws(() => new vm.Script('1', { filename: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });

assert.rejects(vm.runInThisContext('import("fs")'), { code: 'ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING' }).then(mustCall());
vm.runInThisContext('import("fs")', { importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER })
  .then(mustCall((fs) => assert.strictEqual(fs.default, require('fs'))));
