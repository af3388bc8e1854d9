'use strict';
// -e, -p, --input-type and scripts on standard input.
require('../common');
const assert = require('assert');
const { run, tree } = require('../common/tree');

const root = tree({ 'x.js': 'module.exports = "x";', 'pre.js': 'globalThis.pre = 1;', 'pre.mjs': 'globalThis.pre = 2;' });
const out = (args, input) => run(root, args, { input }).stdout;

assert.strictEqual(out(['-p', '1 + 1']), '2\n');
assert.strictEqual(out(['-p', '[1, { a: 2 }]']), '[ 1, { a: 2 } ]\n');
assert.strictEqual(out(['-p', 'require("./x")']), 'x\n');
assert.strictEqual(out(['-p', 'typeof os.EOL + typeof path.join']), 'stringfunction\n');
assert.strictEqual(out(['-p', '[__filename, __dirname, module.id, typeof exports]']),
                   "[ '[eval]', '.', '[eval]', 'object' ]\n");
assert.strictEqual(out(['-e', 'console.log(process.argv.length, process.argv[1])', 'a', 'b']), '3 a\n');
assert.strictEqual(out(['--input-type=module', '-e', 'import fs from "fs"; console.log(typeof fs, import.meta.url)']),
                   `object file://${root}/[eval1]\n`);
assert.strictEqual(out(['-e', 'import fs from "fs"; console.log(typeof fs.readFile)']), 'function\n');
assert.strictEqual(out(['-e', 'await 0; console.log(typeof require)']), 'undefined\n');
assert.strictEqual(out(['-e', 'import("./x.js").then((x) => console.log(x.default))']), 'x\n');
assert.strictEqual(out(['-'], 'console.log(__filename, require("./x"))'), '[stdin] x\n');
assert.strictEqual(out([], 'console.log(module.paths[0])'), `${root}/node_modules\n`);
assert.strictEqual(out(['-r', './pre.js', '-p', 'pre']), '1\n');
assert.strictEqual(out(['--import', './pre.mjs', '-p', 'pre']), '2\n');

const thrown = run(root, ['-e', 'throw new Error("x")']);
assert.strictEqual(thrown.status, 1);
assert.match(thrown.stderr, /^\[eval\]:1\nthrow new Error\("x"\)\n\^\n\nError: x\n {4}at \[eval\]:1:7\n/);
const syntax = run(root, ['-e', 'foo bar']);
assert.strictEqual(syntax.status, 1);
assert.match(syntax.stderr, /^\[eval\]:1\nfoo bar\n {4}\^\^\^\n[^]*SyntaxError: Unexpected identifier 'bar'\n/);
const printed = run(root, ['--input-type=module', '-p', '1']);
assert.match(printed.stderr, /ERR_EVAL_ESM_CANNOT_PRINT/);
