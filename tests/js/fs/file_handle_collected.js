'use strict';

// A FileHandle that is lost while it is open is closed, and the program is told by an error.

require('../common');
const assert = require('assert');
const { spawnSync } = require('child_process');

const script = `
  const fs = require('fs');
  process.on('uncaughtException', (error) => {
    console.log(error.code, /closed during garbage collection/.test(error.message));
    clearInterval(timer);
  });
  const timer = setInterval(gc, 5);
  (async () => { await fs.promises.open(${JSON.stringify(__filename)}); })();`;
const { stdout } = spawnSync(process.execPath, ['--expose-gc', '-e', script], { encoding: 'utf8', timeout: 20000 });
assert.strictEqual(stdout, 'ERR_INVALID_STATE true\n');
