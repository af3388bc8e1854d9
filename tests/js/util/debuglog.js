'use strict';

const { mustCall } = require('../common');
const assert = require('assert');
const { spawnSync } = require('child_process');
const { debuglog } = require('util');

if (process.argv[2] === 'child') {
  const on = debuglog('one-two', mustCall((faster) => faster('faster')));
  const off = debuglog('three');
  assert.strictEqual(on.enabled, true);
  assert.strictEqual(off.enabled, false);
  on('value %d', 1, { a: 2 });
  off('never');
} else {
  const child = spawnSync(process.execPath, [__filename, 'child'], {
    env: { ...process.env, NODE_DEBUG: 'x,ONE*' }, encoding: 'utf8',
  });
  assert.strictEqual(child.stderr, `ONE-TWO ${child.pid}: faster\nONE-TWO ${child.pid}: value 1 { a: 2 }\n`);
  assert.strictEqual(child.status, 0);
}
