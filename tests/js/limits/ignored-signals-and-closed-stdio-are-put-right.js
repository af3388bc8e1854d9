'use strict';
// A parent may ignore signals and close descriptors before it starts Phasor: neither is inherited.
require('../common');
const assert = require('assert');
const { spawnSync } = require('child_process');

function shell(command, script) {
  return spawnSync('/bin/sh', ['-c', command, process.execPath, script], { encoding: 'utf8' });
}

for (const name of ['INT', 'TERM', 'HUP', 'USR2']) {
  const script = `process.kill(process.pid, 'SIG${name}'); setInterval(() => {}, 1e6);`;
  const { signal } = shell(`trap '' ${name}; exec "$0" -e "$1"`, script);
  assert.strictEqual(signal, `SIG${name}`);
}

for (const fd of [0, 1, 2]) {
  const script = `process.exitCode = fs.fstatSync(${fd}).isCharacterDevice() ? 0 : 1; console.log('said');`;
  const { status, stdout, stderr } = shell(`exec "$0" -e "$1" ${fd}>&-`, script);
  assert.deepStrictEqual([fd, status, stdout, stderr], [fd, 0, fd === 1 ? '' : 'said\n', '']);
}
