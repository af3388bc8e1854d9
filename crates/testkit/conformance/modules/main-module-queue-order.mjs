// The body of the main module, then microtasks, then ticks, then the loop.

setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick'));
queueMicrotask(() => console.log('microtask'));
console.log('body');
await null;
console.log('after await');
process.nextTick(() => console.log('tick after await'));
