// Clearing at any place of the queue leaves the others in order.
'use strict';

const list = [0, 1, 2, 3, 4].map((n) => setImmediate(() => console.log(n)));
clearImmediate(list[0]);
clearImmediate(list[2]);
clearImmediate(list[4]);
