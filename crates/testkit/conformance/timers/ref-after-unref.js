// ref() undoes unref().
'use strict';

const timer = setTimeout(() => console.log('ran'), 1);
timer.unref();
timer.ref();
