// The callback of process.stdout.write never runs at once.
'use strict';

process.stdout.write('written\n', () => console.log('callback'));
console.log('main');
process.nextTick(() => console.log('tick'));
