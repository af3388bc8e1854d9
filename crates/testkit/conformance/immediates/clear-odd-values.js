// clearImmediate ignores what is no immediate.
'use strict';

for (const value of [undefined, null, 0, {}]) clearImmediate(value);
console.log('no error');
