// A long queue keeps its order across ticks.
'use strict';

let expected = 0;
let ordered = true;
for (let i = 0; i < 5000; i++) {
  setImmediate(() => {
    ordered &&= i === expected++;
    process.nextTick(() => {});
  });
}
setImmediate(() => console.log(expected, ordered));
