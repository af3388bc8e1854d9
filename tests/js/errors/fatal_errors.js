'use strict';

require('../common');
const assert = require('assert');
const { spawnSync } = require('child_process');

function run(code) {
  const { status, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  assert.strictEqual(status, 1);
  return stderr;
}

const emitted = run('new (require("events"))().emit("error", new Error("boo"))');
assert.match(emitted, /\nError: boo\n {4}at .*\nEmitted 'error' event at:\n {4}at \[eval\]:1:27\n/s);
assert.match(run('throw { a: { b: { c: { d: { e: 1 } } } } }'), /c: \{ d: \{ e: 1 \} \}/);
assert.match(run('throw Object.assign(new Error("m"), { code: "E_X", [require("util").inspect.custom]: () => "own" })'),
             /\nError: m\n {4}at .*\{\n {2}code: 'E_X',\n/s);
assert.match(run('require("assert")(0)'), /AssertionError \[ERR_ASSERTION\]: The expression evaluated to a falsy value:/);
assert.match(run('throw null'), /\nnull\n\(Use `.* --trace-uncaught \.\.\.` to show where the exception was thrown\)\n/);
