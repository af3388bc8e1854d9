// The callback of exec runs before close listeners that were added later.
'use strict';

const { exec } = require('child_process');
const child = exec('echo output', (error, stdout) => console.log('callback', error, stdout.trim()));
child.on('exit', () => console.log('exit'));
child.on('close', () => console.log('close'));
