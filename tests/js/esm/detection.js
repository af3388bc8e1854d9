'use strict';
// A .js file of a package without `type` is what its text says.
require('../common');
const assert = require('assert');
const { run, tree } = require('../common/tree');

const root = tree({
  'package.json': {},
  'esm.js': 'import fs from "fs"; console.log(typeof fs, typeof require);',
  'cjs.js': 'console.log(typeof require, typeof __filename);',
  'tla.js': 'const x = await 1; console.log("tla", x);',
  'shadow.js': 'const require = 1; console.log(typeof require); export {};',
  'redeclares.js': 'const module = await 1; console.log("redeclares", module);',
  'imports.mjs': 'import "./esm.js";',
  'sub/package.json': { type: 'commonjs' },
  'sub/esm.js': 'import "fs";',
});
const warning = `Module type of file://${root}/esm.js is not specified and it doesn't parse as CommonJS.\n` +
  'Reparsing as ES module because module syntax was detected. This incurs a performance overhead.\n' +
  `To eliminate this warning, add "type": "module" to ${root}/package.json.\n`;
const esm = run(root, ['esm.js']);
assert.strictEqual(esm.stdout, 'object undefined\n');
assert.ok(esm.stderr.includes(`[MODULE_TYPELESS_PACKAGE_JSON] Warning: ${warning}`), esm.stderr);
assert.strictEqual(run(root, ['cjs.js']).stdout, 'function string\n');
assert.strictEqual(run(root, ['tla.js']).stdout, 'tla 1\n');
assert.strictEqual(run(root, ['shadow.js']).stdout, 'number\n');
assert.strictEqual(run(root, ['redeclares.js']).stdout, 'redeclares 1\n');
assert.strictEqual(run(root, ['imports.mjs']).stdout, 'object undefined\n');
const refused = run(root, ['sub/esm.js']);
assert.strictEqual(refused.status, 1);
assert.match(refused.stderr, /SyntaxError: Cannot use import statement outside a module/);
