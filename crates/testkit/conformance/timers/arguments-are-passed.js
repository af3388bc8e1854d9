// setTimeout passes its further arguments on, with the timer as `this`.
'use strict';

const timer = setTimeout(function(...args) {
  console.log(this === timer, args.join());
}, 1, 'a', 2, null, 4);
