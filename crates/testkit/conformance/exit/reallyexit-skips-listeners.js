// process.reallyExit ends without an exit event.
'use strict';

process.on('exit', () => console.log('never'));
console.log('main');
process.reallyExit(3);
