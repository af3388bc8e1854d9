// An unref'd immediate runs when another one keeps the loop alive.
'use strict';

setImmediate(() => console.log('unref')).unref();
setImmediate(() => console.log('ref'));
