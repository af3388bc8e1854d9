// Without a listener SIGTERM kills, and no exit event is emitted.
'use strict';

process.on('exit', () => console.log('never'));
console.log('main');
process.kill(process.pid, 'SIGTERM');
setInterval(() => {}, 1000);
