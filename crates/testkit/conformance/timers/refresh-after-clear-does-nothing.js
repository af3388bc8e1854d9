// refresh() does not bring a cleared timer back.
'use strict';

const timer = setTimeout(() => console.log('never'), 1);
clearTimeout(timer);
timer.refresh();
process.on('exit', () => console.log('exit'));
