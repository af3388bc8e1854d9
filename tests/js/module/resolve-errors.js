'use strict';
// What require() says when it finds nothing.
require('../common');
const assert = require('assert');
const { createRequire } = require('module');
const { tree } = require('../common/tree');

const root = tree({
  'main.js': '',
  'node_modules/bad/package.json': '{bad',
  'node_modules/e/package.json': { exports: { './a': null, './b': '../x', './d/*': './lib/*.js' } },
  'node_modules/m/package.json': { main: 'nope' },
  'package.json': { imports: { '#x': './x.js', '#y': 'nopkg' } },
});
const require_ = createRequire(`${root}/main.js`);

const notFound = (request) => ({
  name: 'Error',
  code: 'MODULE_NOT_FOUND',
  message: `Cannot find module '${request}'\nRequire stack:\n- ${root}/main.js`,
  requireStack: [`${root}/main.js`],
});
for (const request of ['./nope', 'nope', '@x', './main.js/', '%2f']) {
  assert.throws(() => require_(request), notFound(request));
}
assert.throws(() => require_('bad'), {
  code: 'ERR_INVALID_PACKAGE_CONFIG',
  message: `Invalid package config ${root}/node_modules/bad/package.json.`,
});
assert.throws(() => require_('e'), {
  code: 'ERR_PACKAGE_PATH_NOT_EXPORTED',
  message: `No "exports" main defined in ${root}/node_modules/e/package.json`,
});
assert.throws(() => require_('e/a'), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
assert.throws(() => require_('e/b'), { code: 'ERR_INVALID_PACKAGE_TARGET' });
assert.throws(() => require_('e/d/../x'), { name: 'TypeError', code: 'ERR_INVALID_MODULE_SPECIFIER' });
assert.throws(() => require_('e/d/x'), {
  code: 'MODULE_NOT_FOUND',
  message: `Cannot find module '${root}/node_modules/e/lib/x.js'`,
  path: `${root}/node_modules/e`,
});
assert.throws(() => require_('m'), {
  code: 'MODULE_NOT_FOUND',
  path: `${root}/node_modules/m/package.json`,
  requestPath: 'm',
});
assert.throws(() => require_('#x'), { code: 'MODULE_NOT_FOUND', message: `Cannot find module '${root}/x.js'` });
assert.throws(() => require_('#y'), { code: 'MODULE_NOT_FOUND', message: "Cannot find module '#y'" });
assert.throws(() => require_('#z'), { name: 'TypeError', code: 'ERR_PACKAGE_IMPORT_NOT_DEFINED' });
assert.throws(() => require_('node:nope'), { code: 'ERR_UNKNOWN_BUILTIN_MODULE' });
assert.throws(() => require_(''), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => require_(1), { code: 'ERR_INVALID_ARG_TYPE' });
