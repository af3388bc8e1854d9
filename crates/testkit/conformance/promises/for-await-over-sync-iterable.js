// for await over plain values takes microtasks for each of them.
'use strict';

(async () => {
  for await (const value of ['a', Promise.resolve('b'), 'c']) console.log(value);
  console.log('end');
})();
let n = 0;
(function count() {
  console.log(++n);
  if (n < 8) queueMicrotask(count);
})();
