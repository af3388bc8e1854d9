'use strict';
// What is built in, and createRequire().
require('../common');
const assert = require('assert');
const Module = require('module');
const { builtinModules, createRequire, isBuiltin } = Module;

assert.ok(builtinModules.includes('fs') && builtinModules.includes('fs/promises'));
assert.ok(Object.isFrozen(builtinModules));
assert.ok(!builtinModules.some((name) => name.startsWith('internal/')));
assert.ok(isBuiltin('fs') && isBuiltin('node:fs') && !isBuiltin('nope') && !isBuiltin('internal/util'));
assert.strictEqual(Module.Module, Module);
assert.strictEqual(module.constructor, Module);
assert.ok(module instanceof Module);

assert.strictEqual(createRequire(__filename)('fs'), require('fs'));
assert.strictEqual(createRequire(require('url').pathToFileURL(__filename))('./builtins.js'), module.exports);
assert.strictEqual(createRequire(`file://${__dirname}/`).resolve('./builtins.js'), __filename);
for (const bad of ['relative', undefined, 1, {}, 'http://example.com/']) {
  assert.throws(() => createRequire(bad), { code: 'ERR_INVALID_ARG_VALUE' });
}
assert.strictEqual(process.getBuiltinModule('node:fs'), require('fs'));
assert.strictEqual(process.getBuiltinModule('nope'), undefined);
