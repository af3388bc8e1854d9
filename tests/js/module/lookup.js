'use strict';
// The folders that are searched, and require.resolve().
require('../common');
const assert = require('assert');
const Module = require('module');
const path = require('path');
const { run, tree } = require('../common/tree');

assert.deepStrictEqual(Module._nodeModulePaths('/'), ['/node_modules']);
assert.deepStrictEqual(Module._nodeModulePaths('/a/b'), ['/a/b/node_modules', '/a/node_modules', '/node_modules']);
assert.deepStrictEqual(Module._nodeModulePaths('/a/node_modules/b'),
                       ['/a/node_modules/b/node_modules', '/a/node_modules', '/node_modules']);
assert.strictEqual(require.resolve.paths('fs'), null);
assert.deepStrictEqual(require.resolve.paths('./x'), [__dirname]);
assert.strictEqual(require.resolve.paths('x')[0], path.join(__dirname, 'node_modules'));

const root = tree({
  'one/node_modules/pkg/index.js': '',
  'two/pkg2.js': 'module.exports = "by NODE_PATH";',
  'ask.js': 'console.log(require("pkg2"));',
  'relative/x.js': '',
});
assert.strictEqual(require.resolve('pkg', { paths: [path.join(root, 'one')] }),
                   path.join(root, 'one/node_modules/pkg/index.js'));
assert.strictEqual(require.resolve('./x', { paths: [path.join(root, 'relative')] }), path.join(root, 'relative/x.js'));
assert.strictEqual(require.resolve('fs'), 'fs');
assert.strictEqual(require.resolve('node:fs'), 'node:fs');
assert.throws(() => require.resolve('pkg', { paths: 'no array' }), { code: 'ERR_INVALID_ARG_VALUE' });

const { stdout } = run(root, ['ask.js'], { env: { ...process.env, NODE_PATH: path.join(root, 'two') } });
assert.strictEqual(stdout, 'by NODE_PATH\n');
