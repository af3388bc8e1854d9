// The body of an ES module is itself a job, so promise reactions run before ticks.

process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('microtask'));
console.log('main');
