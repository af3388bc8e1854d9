// A killed child reports the signal.
'use strict';

const { spawn } = require('child_process');
const child = spawn('sleep', ['1000']);
child.on('exit', (code, signal) => console.log('exit', code, signal));
child.on('close', (code, signal) => console.log('close', code, signal));
console.log(child.kill('SIGTERM'), child.killed);
