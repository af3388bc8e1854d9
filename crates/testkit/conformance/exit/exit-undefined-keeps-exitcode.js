// process.exit() takes process.exitCode.
'use strict';

process.exitCode = 5;
process.on('exit', (code) => console.log('exit', code));
process.exit();
