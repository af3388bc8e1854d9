// Removing the last listener restores the default action.
'use strict';

const listener = () => {};
process.on('SIGTERM', listener);
process.off('SIGTERM', listener);
console.log('main');
process.kill(process.pid, 'SIGTERM');
setInterval(() => {}, 1000);
