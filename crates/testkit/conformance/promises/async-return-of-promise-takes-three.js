// Returning a promise from an async function costs three microtasks.
'use strict';

(async () => Promise.resolve())().then(() => console.log('promise returned'));
(async () => {})().then(() => console.log('value returned'));
Promise.resolve().then(() => console.log(1)).then(() => console.log(2)).then(() => console.log(3)).then(() => console.log(4));
