// An unref'd immediate alone does not run.
'use strict';

setImmediate(() => console.log('never')).unref();
process.on('exit', () => console.log('exit'));
