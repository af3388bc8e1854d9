// An exitCode other than 0 stays when a top-level await hangs.

process.exitCode = 3;
process.on('exit', (code) => console.log('exit', code));
await new Promise(() => {});
