// import() of an evaluated or new module never runs its reaction at once.
'use strict';

import('./fixtures/second.mjs').then(() => console.log('imported'));
console.log('main');
process.nextTick(() => console.log('tick'));
