'use strict';
// Standard output whose reader went away: an EPIPE error on the stream, which nobody handles: exit code 1, not a signal.
const { mustCall } = require('../common');
const assert = require('assert');
const { spawn } = require('child_process');

const script = 'setInterval(() => console.log("x".repeat(1000)), 1)';
for (const [extra, code] of [['', 1], ['process.stdout.on("error", (e) => process.exit(e.code === "EPIPE" ? 3 : 4));', 3]]) {
  const child = spawn(process.execPath, ['-e', extra + script], { stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.once('data', () => child.stdout.destroy());
  child.on('exit', mustCall((status, signal) => {
    assert.strictEqual(signal, null);
    assert.strictEqual(status, code);
  }));
}
