// Clearing every timer of a list leaves nothing to wait for.
'use strict';

const timers = [1, 2, 3].map((n) => setTimeout(() => console.log('never', n), 100000));
timers.forEach(clearTimeout);
process.on('exit', () => console.log('exit'));
