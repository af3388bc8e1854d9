// clearTimeout and clearInterval clear either kind.
'use strict';

const interval = setInterval(() => console.log('never'), 1);
clearTimeout(interval);
const timer = setTimeout(() => console.log('never'), 1);
clearInterval(timer);
process.on('exit', () => console.log('exit'));
