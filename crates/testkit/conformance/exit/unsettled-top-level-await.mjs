// An unsettled top-level await emits beforeExit and exit with code 13.

process.on('beforeExit', (code) => console.log('beforeExit', code));
process.on('exit', (code) => console.log('exit', code));
await new Promise(() => {});
console.log('never');
