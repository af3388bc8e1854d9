'use strict';
// When the body of an imported module runs, counted in promise jobs, and in which order modules run.
require('../common');
const assert = require('assert');
const { run, tree } = require('../common/tree');

const root = tree({
  'leaf.mjs': 'globalThis.note("leaf");',
  'root.mjs': 'import "./leaf.mjs"; globalThis.note("root");',
  'count.cjs': `
    let jobs = 0;
    const turn = () => { if (jobs++ < 60) Promise.resolve().then(turn); };
    globalThis.note = (what) => console.log(what, jobs);
    turn();
    import(process.argv[2]).then(() => note('imported'));
  `,
  'tla-a.mjs': 'console.log("a1"); await 0; console.log("a2");',
  'tla-b.mjs': 'console.log("b1"); await 0; console.log("b2");',
  'tla.mjs': 'import "./tla-a.mjs"; import "./tla-b.mjs"; console.log("main");',
  'cycle-a.mjs': 'import { b } from "./cycle-b.mjs"; export const a = 1; export function f() { return b; } console.log("a", b);',
  'cycle-b.mjs': 'import { a, f } from "./cycle-a.mjs"; export const b = 2; try { a; } catch (e) { console.log(e.name, typeof f); }',
});
const out = (...args) => run(root, args).stdout;
assert.strictEqual(out('count.cjs', './leaf.mjs'), 'leaf 6\nimported 12\n');
assert.strictEqual(out('count.cjs', './root.mjs'), 'leaf 8\nroot 8\nimported 14\n');
assert.strictEqual(out('count.cjs', 'node:fs'), 'imported 12\n');
assert.strictEqual(out('tla.mjs'), 'a1\nb1\na2\nb2\nmain\n');
assert.strictEqual(out('cycle-a.mjs'), 'ReferenceError function\na 2\n');
