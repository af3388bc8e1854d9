// process.exit in a module body stops it at once.

process.on('exit', (code) => console.log('exit', code));
console.log('body');
process.exit(4);
