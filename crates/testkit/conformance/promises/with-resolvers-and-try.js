// Promise.withResolvers and Promise.try keep the usual ticks.
// @node: >= 24
'use strict';

const { promise, resolve } = Promise.withResolvers();
promise.then((value) => console.log(value));
Promise.try(() => { throw new Error('tried'); }).catch((error) => console.log(error.message));
Promise.try((a, b) => console.log('sync', a, b), 1, 2);
resolve('resolved');
