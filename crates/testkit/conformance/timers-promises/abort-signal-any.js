// AbortSignal.any follows the first of its signals.
'use strict';

const first = new AbortController();
const second = new AbortController();
const any = AbortSignal.any([first.signal, second.signal]);
any.addEventListener('abort', () => console.log('abort', any.reason));
second.abort('second');
first.abort('first');
console.log(any.aborted);
