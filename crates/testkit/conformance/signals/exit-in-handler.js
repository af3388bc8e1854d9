// process.exit in a signal handler emits exit with its code.
'use strict';

process.on('SIGINT', () => process.exit(130));
process.on('exit', (code) => console.log('exit', code));
setInterval(() => {}, 1000);
process.kill(process.pid, 'SIGINT');
