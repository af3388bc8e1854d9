// A program that does not exist gives an error event in a tick.
'use strict';

const { spawn } = require('child_process');
const child = spawn('./does-not-exist');
child.on('error', (error) => console.log('error', error.code, error.syscall));
console.log('main', child.pid);
setImmediate(() => console.log('immediate'));
