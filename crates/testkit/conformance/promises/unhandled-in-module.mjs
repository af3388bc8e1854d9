// A rejection in a module body is judged after the queues.

process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
Promise.reject('x');
process.nextTick(() => console.log('tick'));
await null;
console.log('after await');
