// @stderr: last-line
// A rejected top-level await ends the process with code 1.

process.on('exit', (code) => console.log('exit', code));
await Promise.reject(new Error('top level'));
