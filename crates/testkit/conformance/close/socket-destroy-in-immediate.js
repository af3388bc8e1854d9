// A child's pipe destroyed in the check phase closes before the next turn's immediates.
'use strict';

const { spawn } = require('child_process');
const child = spawn('cat');
setImmediate(() => {
  child.stdin.on('close', () => console.log('close'));
  child.stdin.destroy();
  process.nextTick(() => console.log('tick'));
  setImmediate(() => console.log('next immediate'));
});
