// CommonJS modules imported by ES modules: names are found in the text.
import assert from 'node:assert';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { tree } = require('../common/tree');

const root = tree({
  'named.cjs': 'exports.a = 1; exports.b = 2; exports["c" + 1] = 3;',
  'assigned.cjs': 'const x = 1, y = 2; module.exports = { x, y };',
  'transpiled.cjs': 'Object.defineProperty(exports, "__esModule", { value: true }); exports.default = 1; exports.n = 2;',
  'reexports.cjs': 'module.exports = require("./named.cjs");',
  'throws.cjs': 'Object.defineProperty(exports, "bad", { enumerable: true, get() { throw new Error(); } }); exports.bad;',
  'primitive.cjs': 'module.exports = "text";',
  'shared.json': '{ "a": 1 }',
});
const load = (name, options) => import(pathToFileURL(`${root}/${name}`), options);
const keys = (namespace) => Object.keys(namespace);

const named = await load('named.cjs');
assert.deepStrictEqual(keys(named), ['a', 'b', 'default', 'module.exports']);
assert.strictEqual(named.default, require(`${root}/named.cjs`));
assert.strictEqual(named['module.exports'], named.default);
assert.deepStrictEqual(keys(await load('assigned.cjs')), ['default', 'module.exports', 'x', 'y']);
const transpiled = await load('transpiled.cjs');
assert.deepStrictEqual(keys(transpiled), ['__esModule', 'default', 'module.exports', 'n']);
assert.strictEqual(transpiled.default.default, 1);
assert.deepStrictEqual(keys(await load('reexports.cjs')), ['a', 'b', 'default', 'module.exports']);
assert.strictEqual((await load('primitive.cjs')).default, 'text');
const json = await load('shared.json', { with: { type: 'json' } });
assert.deepStrictEqual({ ...json }, { default: { a: 1 } });
assert.strictEqual(json.default, require(`${root}/shared.json`));
