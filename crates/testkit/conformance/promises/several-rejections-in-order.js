// Several rejections of one drain are reported in their order.
'use strict';

process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
for (const n of [1, 2, 3]) Promise.reject(n);
(async () => { throw 4; })();
