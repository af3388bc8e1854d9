// The argument of process.exit overrides process.exitCode.
'use strict';

process.exitCode = 5;
process.on('exit', (code) => console.log('exit', code, process.exitCode));
process.exit(6);
