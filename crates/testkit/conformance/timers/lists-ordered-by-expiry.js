// The list whose first timer is due first runs first, whatever was created first.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
setTimeout(() => console.log('300'), 300);
setTimeout(() => console.log('100'), 100);
setTimeout(() => console.log('200'), 200);
setTimeout(() => console.log('300 again'), 300);
block(500);
