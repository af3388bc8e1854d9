'use strict';
// Errors in what is loaded name the file and the line.
require('../common');
const assert = require('assert');
const { createRequire } = require('module');
const { run, tree } = require('../common/tree');

const root = tree({
  'good.json': '\uFEFF{ "a": [1] }',
  'bad.json': '{ "a": }',
  'bad.js': 'const ok = 1;\nfoo bar\n',
  'hashbang.js': '#!/usr/bin/env node\nmodule.exports = "hashbang";',
  'bom.js': '\uFEFFmodule.exports = "bom";',
});
const require_ = createRequire(`${root}/`);
assert.deepStrictEqual(require_('./good'), { a: [1] });
assert.throws(() => require_('./bad.json'), (error) => {
  assert.ok(error instanceof SyntaxError);
  assert.ok(error.message.startsWith(`${root}/bad.json: Unexpected token '}'`), error.message);
  return true;
});
assert.throws(() => require_('./bad.js'), (error) => {
  assert.ok(error instanceof SyntaxError);
  assert.ok(error.stack.startsWith(`${root}/bad.js:2\nfoo bar\n    ^^^\n\nSyntaxError: Unexpected identifier 'bar'`),
            error.stack);
  return true;
});
assert.strictEqual(require_('./hashbang'), 'hashbang');
assert.strictEqual(require_('./bom'), 'bom');

const { status, stderr } = run(root, ['bad.js']);
assert.strictEqual(status, 1);
assert.ok(stderr.startsWith(`${root}/bad.js:2\nfoo bar\n    ^^^\n\nSyntaxError: Unexpected identifier 'bar'\n`), stderr);
assert.strictEqual(run(root, ['-c', 'bad.js']).status, 1);
assert.strictEqual(run(root, ['-c', 'bom.js']).status, 0);
