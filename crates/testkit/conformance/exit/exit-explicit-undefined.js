// process.exit(undefined) after exitCode was set.
'use strict';

process.exitCode = 5;
process.on('exit', (code) => console.log('exit', code));
process.exit(undefined);
