// process.exit while a top-level await hangs takes its own code, not 13.

process.on('exit', (code) => console.log('exit', code));
setImmediate(() => process.exit(5));
await new Promise(() => {});
