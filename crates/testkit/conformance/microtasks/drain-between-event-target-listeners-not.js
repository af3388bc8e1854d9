// Microtasks do not run between listeners of a dispatch that JavaScript started.
'use strict';

const target = new EventTarget();
target.addEventListener('x', () => {
  queueMicrotask(() => console.log('microtask'));
  console.log('first');
});
target.addEventListener('x', () => console.log('second'));
target.dispatchEvent(new Event('x'));
console.log('dispatched');
