'use strict';
// module.registerHooks(): a chain for require() and import.
const { mustCall } = require('../common');
const assert = require('assert');
const { createRequire, registerHooks } = require('module');
const { tree } = require('../common/tree');

const root = tree({ 'real.js': 'exports.value = "real";', 'real.mjs': 'export const value = "real";' });
const require_ = createRequire(`${root}/`);

const hooks = registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier.startsWith('virtual:')) return { url: specifier, format: 'commonjs', shortCircuit: true };
    return nextResolve(specifier, context);
  },
  load(url, context, nextLoad) {
    if (url === 'virtual:cjs') return { format: 'commonjs', source: 'exports.value = "virtual";', shortCircuit: true };
    const result = nextLoad(url, context);
    if (url.endsWith('real.mjs') || url.endsWith('real.js')) {
      result.source = `${result.source}`.replace('real', 'changed');
    }
    return result;
  },
});
assert.strictEqual(require_('virtual:cjs').value, 'virtual');
assert.strictEqual(require_('./real').value, 'changed');

const silent = registerHooks({ resolve: () => ({ url: 'virtual:cjs' }) });
assert.throws(() => require_('anything'), { code: 'ERR_INVALID_RETURN_PROPERTY_VALUE' });
silent.deregister();

import(`${root}/real.mjs`).then(mustCall(({ value }) => {
  assert.strictEqual(value, 'changed');
  hooks.deregister();
  delete require.cache[`${root}/real.js`];
  assert.strictEqual(require_('./real').value, 'real');
}));
assert.throws(() => registerHooks({ load: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
