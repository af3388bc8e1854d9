// refresh() before the deadline puts the timer behind those armed meanwhile.
'use strict';

const timer = setTimeout(() => console.log('refreshed'), 50);
setTimeout(() => console.log('other'), 50);
timer.refresh();
