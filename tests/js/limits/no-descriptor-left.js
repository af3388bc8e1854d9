'use strict';
// Without a free descriptor everything fails with EMFILE, and works again once there is one.
require('../common');
const assert = require('assert');
const { spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');

if (process.argv[2] !== 'child') {
  const { status, stderr } = spawnSync('/bin/sh', ['-c', 'ulimit -n 64; exec "$0" "$@"', process.execPath, __filename, 'child'],
    { encoding: 'utf8' });
  assert.strictEqual(status, 0, stderr);
  return;
}

const module_ = path.join(fs.mkdtempSync(path.join(require('os').tmpdir(), 'no-descriptor-')), 'module.js');
fs.writeFileSync(module_, 'module.exports = 7;');
const { spawn } = require('child_process');
const descriptors = [];
assert.throws(() => {
  for (;;) descriptors.push(fs.openSync('/dev/null'));
}, { code: 'EMFILE', syscall: 'open' });
// Node fails at the package.json beside it already.
const isShort = ({ code }) => code === 'EMFILE' || code === 'ERR_INVALID_PACKAGE_CONFIG';
assert.throws(() => require(module_), isShort);
const release = () => descriptors.splice(0).forEach((descriptor) => fs.closeSync(descriptor));
spawn('true').on('error', (error) => {
  assert.strictEqual(error.code, 'EMFILE');
  import(module_).then(() => assert.fail('there is no descriptor'), (failure) => {
    assert.ok(isShort(failure), failure);
    release();
    assert.strictEqual(require(module_), 7);
    fs.rmSync(path.dirname(module_), { recursive: true });
  });
});
