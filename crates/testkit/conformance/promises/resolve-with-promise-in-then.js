// Returning a promise from a reaction costs two more microtasks.
'use strict';

Promise.resolve().then(() => Promise.resolve('inner')).then(console.log);
Promise.resolve().then(() => console.log(1)).then(() => console.log(2)).then(() => console.log(3)).then(() => console.log(4));
