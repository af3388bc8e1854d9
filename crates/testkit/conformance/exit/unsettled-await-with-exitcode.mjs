// exitCode 0 set before an unsettled top-level await does not hide it.

process.exitCode = 0;
process.on('exit', (code) => console.log('exit', code));
await new Promise(() => {});
