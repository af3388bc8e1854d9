// A thrown string ends the process and is printed.
// @stderr: last-line
'use strict';

process.on('exit', (code) => console.log('exit', code));
throw 'just text';
