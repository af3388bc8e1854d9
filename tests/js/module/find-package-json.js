'use strict';
// module.findPackageJSON().
require('../common');
const assert = require('assert');
const path = require('path');
const { findPackageJSON } = require('module');
const { pathToFileURL } = require('url');
const { tree } = require('../common/tree');

const root = tree({
  'package.json': {},
  'main.js': '',
  'sub/package.json': { type: 'module' },
  'sub/x.js': '',
  'node_modules/pkg/package.json': { exports: './a.js' },
});
const base = path.join(root, 'main.js');
assert.strictEqual(findPackageJSON('pkg', base), path.join(root, 'node_modules/pkg/package.json'));
assert.strictEqual(findPackageJSON('pkg/sub', pathToFileURL(base)), path.join(root, 'node_modules/pkg/package.json'));
assert.strictEqual(findPackageJSON('..', path.join(root, 'sub/x.js')), path.join(root, 'package.json'));
assert.strictEqual(findPackageJSON(pathToFileURL(path.join(root, 'sub/x.js'))), path.join(root, 'sub/package.json'));
assert.throws(() => findPackageJSON('nope', base), { code: 'ERR_MODULE_NOT_FOUND' });
assert.throws(() => findPackageJSON(), { code: 'ERR_MISSING_ARGS' });
