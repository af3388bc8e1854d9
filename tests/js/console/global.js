'use strict';

require('../common');
const assert = require('assert');
const { spawnSync } = require('child_process');

if (process.argv[2] === 'child') {
  console.log('first', { a: 1 });
  console.error('second');
  process.stdout.write = () => true;
  console.log('swallowed');
} else {
  const child = spawnSync(process.execPath, [__filename, 'child'], { encoding: 'utf8' });
  assert.strictEqual(child.stdout, 'first { a: 1 }\n');
  assert.strictEqual(child.stderr, 'second\n');
  assert.deepStrictEqual(Object.keys(console).slice(0, 6), ['log', 'info', 'debug', 'warn', 'error', 'dir']);
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'console');
  assert.strictEqual(descriptor.writable, true);
  assert.strictEqual(descriptor.enumerable, false);
}
