// process.exit does not emit beforeExit.
'use strict';

process.on('beforeExit', () => console.log('never'));
process.on('exit', () => console.log('exit'));
process.exit();
