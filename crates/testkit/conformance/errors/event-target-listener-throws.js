// A throwing EventTarget listener is reported in a tick, and the next listener runs.
'use strict';

process.on('uncaughtException', (error) => console.log('caught', error.message));
const target = new EventTarget();
target.addEventListener('x', () => { throw new Error('listener'); });
target.addEventListener('x', () => console.log('second listener'));
target.dispatchEvent(new Event('x'));
console.log('dispatched');
