// An unref'd child does not keep the process alive.
'use strict';

const { spawn } = require('child_process');
const child = spawn('sleep', ['30'], { stdio: 'ignore' });
child.unref();
process.on('exit', (code) => {
  console.log('exit', code);
  child.kill('SIGKILL');
});
