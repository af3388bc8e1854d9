// refresh, ref and unref return the timer.
'use strict';

const timer = setTimeout(() => {}, 1);
console.log(timer.refresh() === timer, timer.ref() === timer, timer.unref() === timer);
