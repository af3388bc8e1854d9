// Two pipes destroyed in an I/O callback close after the check phase, the last destroyed first.
'use strict';

const { spawn } = require('child_process');
const child = spawn('cat');
child.stdout.once('data', () => {
  for (const name of ['stdin', 'stderr']) {
    child[name].on('close', () => console.log('close', name));
    child[name].destroy();
  }
  setImmediate(() => console.log('immediate'));
});
child.stdin.write('x');
