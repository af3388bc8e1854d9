'use strict';
// A heap that is full: the message says so, and the process ends by SIGABRT.
require('../common');
const assert = require('assert');
const { spawnSync } = require('child_process');

const script = 'const kept = []; for (;;) kept.push(new Array(10_000).fill(Math.random()));';
const { signal, stderr } = spawnSync('/bin/sh', ['-c', 'ulimit -c 0; exec "$0" "$@"',
  process.execPath, '--max-old-space-size=32', '-e', script], { encoding: 'utf8' });
assert.strictEqual(signal, 'SIGABRT');
assert.match(stderr, /^FATAL ERROR: .* - JavaScript heap out of memory$/m);
