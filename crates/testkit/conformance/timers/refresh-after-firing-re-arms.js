// refresh() on a timer that has run arms it again.
'use strict';

let rounds = 0;
const timer = setTimeout(() => {
  console.log('run', ++rounds);
  if (rounds < 3) timer.refresh();
}, 1);
