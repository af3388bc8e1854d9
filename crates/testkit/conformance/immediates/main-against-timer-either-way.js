// From the main script a timer of 1 ms and an immediate have no order.
// @orders: ["timer immediate", "immediate timer"]
'use strict';

setTimeout(() => console.log('timer'), 0);
setImmediate(() => console.log('immediate'));
