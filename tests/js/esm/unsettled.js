'use strict';
// A top-level await that never settles ends the process with 13 and says where.
require('../common');
const assert = require('assert');
const { run, tree } = require('../common/tree');

const root = tree({
  'stuck.mjs': 'process.on("exit", (code) => console.log("exit", code));\nawait new Promise(() => {});\n',
  'coded.mjs': 'process.exitCode = 42; await new Promise(() => {});',
  'zero.mjs': 'process.exitCode = 0; await new Promise(() => {});',
  'fine.mjs': 'setTimeout(() => globalThis.done(), 1); await new Promise((resolve) => { globalThis.done = resolve; });',
  'imported.cjs': 'import("./stuck2.mjs");',
  'stuck2.mjs': 'await new Promise(() => {});',
  'throws.mjs': 'await 0;\nthrow new Error("late");',
});
const stuck = run(root, ['stuck.mjs']);
assert.strictEqual(stuck.status, 13);
assert.strictEqual(stuck.stdout, 'exit 13\n');
assert.strictEqual(stuck.stderr,
                   `Warning: Detected unsettled top-level await at file://${root}/stuck.mjs:2\n` +
                   'await new Promise(() => {});\n^\n\n\n\n');
assert.strictEqual(run(root, ['coded.mjs']).status, 42);
assert.strictEqual(run(root, ['zero.mjs']).status, 13);
assert.strictEqual(run(root, ['fine.mjs']).status, 0);
assert.strictEqual(run(root, ['imported.cjs']).status, 0);
const thrown = run(root, ['throws.mjs']);
assert.strictEqual(thrown.status, 1);
assert.ok(thrown.stderr.startsWith(`file://${root}/throws.mjs:2\nthrow new Error("late");\n      ^\n\nError: late\n`),
          thrown.stderr);
