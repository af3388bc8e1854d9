// A child's close comes after its exit and the end of its output.
// @before: data hello < end < close
// @before: exit 3 < close
'use strict';

const { spawn } = require('child_process');
const child = spawn(process.execPath, ['-e', "process.stdout.write('hello'); process.exitCode = 3"]);
child.stdout.on('data', (data) => console.log('data', `${data}`));
child.stdout.on('end', () => console.log('end'));
child.on('exit', (code) => console.log('exit', code));
child.on('close', () => console.log('close'));
