// return await is earlier than returning the promise.
'use strict';

(async () => await Promise.resolve())().then(() => console.log('return await'));
Promise.resolve().then(() => console.log(1)).then(() => console.log(2)).then(() => console.log(3));
