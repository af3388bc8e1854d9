// process.exit in a timer: the other timers of the list do not run.
'use strict';

setTimeout(() => process.exit(2), 1);
setTimeout(() => console.log('never'), 1);
process.on('exit', (code) => console.log('exit', code));
