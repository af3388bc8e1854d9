// The spawn event is emitted in a tick.
'use strict';

const { spawn } = require('child_process');
const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
child.on('spawn', () => console.log('spawn'));
console.log('main', typeof child.pid);
setImmediate(() => console.log('immediate'));
