// On a file, output before process.exit is complete and in order.
'use strict';

const { spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const file = path.join(os.tmpdir(), 'out');
const fd = fs.openSync(file, 'w');
const script = "for (let i = 0; i < 1000; i++) { console.log(i); console.error(i); } process.exit(3);";
const { status } = spawnSync(process.execPath, ['-e', script], { stdio: ['ignore', fd, fd] });
const lines = fs.readFileSync(file, 'utf8').trim().split('\n');
console.log(status, lines.length, lines.every((line, index) => Number(line) === index >> 1));
