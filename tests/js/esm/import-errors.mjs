// What import says when it finds nothing.
import assert from 'node:assert';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { tree } = require('../common/tree');

const root = tree({
  'folder/index.js': '',
  'main.js': '',
  'data.json': '{}',
  'file.unknown': '',
  'node_modules/cjs/package.json': { main: 'main.js' },
  'node_modules/cjs/main.js': 'module.exports = { named: 1 }; module.exports["late" + 1] = 2;',
  'named.mjs': 'import { missing } from "cjs";',
  'named-esm.mjs': 'import { missing } from "./empty.mjs";',
  'empty.mjs': '',
  'syntax.mjs': 'const a = 1;\nfoo bar\n',
  'uses-require.mjs': 'require("fs");',
});
const base = pathToFileURL(`${root}/main.mjs`).href;
const fromRoot = (specifier) => import(specifier[0] === '.' ? new URL(specifier, base) : specifier);
const isFrom = import.meta.filename;

await assert.rejects(fromRoot('./nope.mjs'), {
  code: 'ERR_MODULE_NOT_FOUND',
  message: `Cannot find module '${root}/nope.mjs' imported from ${isFrom}`,
  url: `${new URL('./nope.mjs', base)}`,
});
await assert.rejects(fromRoot('./main'), (error) => {
  assert.strictEqual(error.code, 'ERR_MODULE_NOT_FOUND');
  assert.match(error.message, /\nDid you mean to import ".*main\.js"\?$/);
  return true;
});
await assert.rejects(fromRoot('./folder'), { code: 'ERR_UNSUPPORTED_DIR_IMPORT' });
await assert.rejects(import('no-such-package'), {
  code: 'ERR_MODULE_NOT_FOUND',
  message: `Cannot find package 'no-such-package' imported from ${isFrom}`,
});
await assert.rejects(import('foo:bar'), {
  code: 'ERR_UNSUPPORTED_ESM_URL_SCHEME',
  message: "Only URLs with a scheme in: file, data, and node are supported by the default ESM loader. Received protocol 'foo:'",
});
await assert.rejects(import('node:nope'), { code: 'ERR_UNKNOWN_BUILTIN_MODULE' });
await assert.rejects(fromRoot('./file.unknown'), {
  name: 'TypeError',
  code: 'ERR_UNKNOWN_FILE_EXTENSION',
  message: `Unknown file extension ".unknown" for ${root}/file.unknown`,
});
await assert.rejects(fromRoot('./data.json'), {
  code: 'ERR_IMPORT_ATTRIBUTE_MISSING',
  message: `Module "${new URL('./data.json', base)}" needs an import attribute of "type: json"`,
});
await assert.rejects(import(new URL('./empty.mjs', base), { with: { type: 'json' } }), {
  code: 'ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE',
});
await assert.rejects(import(new URL('./empty.mjs', base), { with: { type: 'css' } }), {
  code: 'ERR_IMPORT_ATTRIBUTE_UNSUPPORTED',
});
await assert.rejects(import(new URL('./empty.mjs', base), { with: { other: 'x' } }), {
  code: 'ERR_IMPORT_ATTRIBUTE_UNSUPPORTED',
});
await assert.rejects(fromRoot('./named.mjs'), (error) => {
  assert.ok(error instanceof SyntaxError);
  assert.strictEqual(error.message,
                     "Named export 'missing' not found. The requested module 'cjs' is a CommonJS module, which may not " +
                     'support all module.exports as named exports.\nCommonJS modules can always be imported via the ' +
                     "default export, for example using:\n\nimport pkg from 'cjs';\nconst { missing } = pkg;\n");
  return true;
});
await assert.rejects(fromRoot('./named-esm.mjs'), {
  name: 'SyntaxError',
  message: "The requested module './empty.mjs' does not provide an export named 'missing'",
});
await assert.rejects(fromRoot('./syntax.mjs'), { name: 'SyntaxError', message: "Unexpected identifier 'bar'" });
const { run } = require('../common/tree');
const broken = run(root, ['syntax.mjs']);
assert.strictEqual(broken.status, 1);
assert.ok(broken.stderr.startsWith(
  `${new URL('./syntax.mjs', base)}:2\nfoo bar\n    ^^^\n\nSyntaxError: Unexpected identifier 'bar'\n`), broken.stderr);
await assert.rejects(fromRoot('./uses-require.mjs'), {
  name: 'ReferenceError',
  message: 'require is not defined in ES module scope, you can use import instead',
});
