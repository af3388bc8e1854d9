'use strict';
// The functions on Module that programs replace.
require('../common');
const assert = require('assert');
const Module = require('module');
const path = require('path');
const { tree } = require('../common/tree');

const root = tree({ 'x.js': 'module.exports = 1;', 'y.thing': 'thing', 'z.tar.gz': 'z' });
const x = path.join(root, 'x.js');

const { _load, _resolveFilename, _findPath } = Module;
Module._load = function(request, parent, isMain) {
  return request === 'virtual' ? { virtual: true, parent: parent.id } : _load.call(this, request, parent, isMain);
};
assert.deepStrictEqual(require('virtual'), { virtual: true, parent: '.' });
Module._load = _load;

Module._resolveFilename = function(request, ...rest) {
  return _resolveFilename.call(this, request === 'alias' ? x : request, ...rest);
};
assert.strictEqual(require('alias'), 1);
assert.strictEqual(require.resolve('alias'), x);
Module._resolveFilename = _resolveFilename;

Module._findPath = (request, ...rest) => request === 'found' ? x : _findPath(request, ...rest);
assert.strictEqual(require('found'), 1);
Module._findPath = _findPath;

Module._extensions['.thing'] = (module, filename) => {
  module.exports = `loaded ${path.basename(filename)}`;
};
assert.strictEqual(require(path.join(root, 'y')), 'loaded y.thing');
delete Module._extensions['.thing'];
Module._extensions['.tar.gz'] = (module) => {
  module.exports = 'archive';
};
assert.strictEqual(require(path.join(root, 'z')), 'archive');
delete Module._extensions['.tar.gz'];

// A changed wrapper is around every module that is compiled later.
delete require.cache[x];
const { wrap } = Module;
Module.wrap = (script) => wrap(`${script}; module.exports += 1;`);
assert.strictEqual(require(x), 2);
Module.wrap = wrap;
assert.strictEqual(Module.wrapper[0] + Module.wrapper[1],
                   '(function (exports, require, module, __filename, __dirname) { \n});');

const compiled = new Module('made up');
compiled._compile('exports.answer = 42;', '/made/up.js');
assert.strictEqual(compiled.exports.answer, 42);
