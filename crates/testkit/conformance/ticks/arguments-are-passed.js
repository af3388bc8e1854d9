// process.nextTick passes its further arguments on, and no `this`.
'use strict';

process.nextTick(function(...args) {
  console.log(this === undefined, args.join());
}, 1, 'two', null, 4, 5, 6);
process.nextTick((a) => console.log(a), undefined);
process.nextTick(function() { console.log(arguments.length); });
