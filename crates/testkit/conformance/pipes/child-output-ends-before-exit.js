// What a child wrote has ended when its exit is told: signals come after everything else that a poll found.
'use strict';

const { spawn } = require('child_process');
const child = spawn('true');
child.stdout.on('data', () => {});
child.stderr.on('data', () => {});
const seen = [];
child.stdout.on('end', () => seen.push('end'));
child.stderr.on('end', () => seen.push('end'));
child.on('exit', (code) => console.log(seen.join(' '), 'exit', code));
