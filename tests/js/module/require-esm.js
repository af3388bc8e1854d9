'use strict';
// require() of ES modules.
require('../common');
const assert = require('assert');
const { createRequire } = require('module');
const { tree } = require('../common/tree');

const root = tree({
  'named.mjs': 'export const a = 1; export let n = 0; export const inc = () => { n++; };',
  'default.mjs': 'export default class {} export const named = 2;',
  'own.mjs': 'export const a = 1; const value = "chosen"; export { value as "module.exports" };',
  'tla.mjs': 'export const x = await 1;',
  'throws.mjs': 'throw new Error("on purpose");',
  'typeless.js': 'export const detected = true;',
  'pkg/package.json': { type: 'module' },
  'pkg/index.js': 'import { a } from "../named.mjs"; export { a };',
  'missing.mjs': 'import "./nope.mjs";',
  'cycle.mjs': 'import { createRequire } from "module"; createRequire(import.meta.url)("./cycle.cjs");',
  'cycle.cjs': 'require("./cycle.mjs");',
});
const require_ = createRequire(`${root}/`);

const named = require_('./named.mjs');
assert.strictEqual(Object.prototype.toString.call(named), '[object Module]');
assert.strictEqual(named.a, 1);
named.inc();
assert.strictEqual(named.n, 1);

const withDefault = require_('./default.mjs');
assert.strictEqual(withDefault.__esModule, true);
assert.strictEqual(typeof withDefault.default, 'function');
assert.strictEqual(withDefault.named, 2);
assert.strictEqual(require_('./default.mjs'), withDefault);

assert.strictEqual(require_('./own.mjs'), 'chosen');
assert.strictEqual(require_('./typeless').detected, true);
assert.strictEqual(require_('./pkg/index.js').a, 1);
assert.throws(() => require_('./tla.mjs'), { code: 'ERR_REQUIRE_ASYNC_MODULE' });
assert.throws(() => require_('./throws.mjs'), /on purpose/);
assert.throws(() => require_('./throws.mjs'), /on purpose/);
assert.throws(() => require_('./missing.mjs'), { code: 'ERR_MODULE_NOT_FOUND' });
assert.throws(() => require_('./cycle.mjs'), { code: 'ERR_REQUIRE_CYCLE_MODULE' });

import(`${root}/named.mjs`).then((namespace) => {
  assert.strictEqual(namespace, named);
});
