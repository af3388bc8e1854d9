// When all immediates are cleared nothing keeps the process alive.
'use strict';

const list = [1, 2].map(() => setImmediate(() => console.log('never')));
list.forEach(clearImmediate);
list.forEach(clearImmediate);
process.on('exit', () => console.log('exit'));
