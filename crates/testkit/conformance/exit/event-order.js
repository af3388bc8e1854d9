// beforeExit, then exit; both see the code.
'use strict';

process.on('exit', (code) => console.log('exit', code, process.exitCode));
process.on('beforeExit', (code) => console.log('beforeExit', code, process.exitCode));
console.log('main');
