// process.emitWarning emits in a tick.
'use strict';

process.on('warning', (warning) => console.log(warning.name, warning.message, warning.code));
process.emitWarning('careful', 'Custom', 'CODE1');
console.log('main');
setImmediate(() => console.log('immediate'));
