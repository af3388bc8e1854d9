// Queues longer than one block of the ring keep their order.
'use strict';

let expected = 0;
let ordered = true;
for (let i = 0; i < 10000; i++) {
  process.nextTick(() => {
    ordered &&= i === expected;
    expected += 1;
  });
}
process.nextTick(() => console.log(expected, ordered));
