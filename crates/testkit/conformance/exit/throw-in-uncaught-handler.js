// @stderr: last-line
// A throw inside the uncaughtException handler: code 7 and no exit event.
'use strict';

process.on('uncaughtException', () => { throw new Error('second'); });
process.on('exit', () => console.log('never'));
console.log('main');
throw new Error('first');
