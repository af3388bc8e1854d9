// process.exit in beforeExit gives one exit event.
'use strict';

process.on('beforeExit', () => process.exit(2));
process.on('exit', (code) => console.log('exit', code));
