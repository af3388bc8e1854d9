// Callbacks of several writes come in order.
'use strict';

for (const n of [1, 2, 3]) process.stdout.write(`${n}\n`, () => console.log('callback', n));
