// stdout and stderr on one file stay in the order of the calls.
'use strict';

const { spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const file = path.join(os.tmpdir(), 'out');
const fd = fs.openSync(file, 'w');
spawnSync(process.execPath, ['-e', "console.log('a'); console.error('b'); process.stdout.write('c\\n'); process.nextTick(() => console.log('d'));"],
  { stdio: ['ignore', fd, fd] });
console.log(fs.readFileSync(file, 'utf8').trim().split('\n').join());
