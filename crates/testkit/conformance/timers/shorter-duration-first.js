// Timers of different durations run by their deadline.
'use strict';

setTimeout(() => console.log('long'), 400);
setTimeout(() => console.log('middle'), 200);
setTimeout(() => console.log('short'), 1);
