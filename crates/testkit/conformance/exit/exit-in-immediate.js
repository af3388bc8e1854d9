// process.exit in an immediate: the rest of the queue does not run.
'use strict';

setImmediate(() => process.exit(2));
setImmediate(() => console.log('never'));
process.on('exit', (code) => console.log('exit', code));
