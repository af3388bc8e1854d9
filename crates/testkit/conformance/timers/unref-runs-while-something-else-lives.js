// An unref'd timer runs when another timer keeps the loop going past its deadline.
'use strict';

setTimeout(() => console.log('unref'), 1).unref();
setTimeout(() => console.log('ref'), 100);
