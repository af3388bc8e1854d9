// An unref'd timer does not keep the process alive.
'use strict';

setTimeout(() => console.log('never'), 100000).unref();
process.on('exit', () => console.log('exit'));
