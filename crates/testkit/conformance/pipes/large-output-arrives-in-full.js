// Output larger than the pipe arrives in full.
'use strict';

const { spawn } = require('child_process');
const child = spawn(process.execPath, ['-e', "process.stdout.write('x'.repeat(1e6))"]);
let length = 0;
child.stdout.on('data', (data) => { length += data.length; });
child.on('close', (code) => console.log(length, code));
