// A beforeExit listener may settle the await that the module hangs on.

let resume;
process.once('beforeExit', () => {
  console.log('beforeExit');
  resume('resumed');
});
process.on('exit', (code) => console.log('exit', code));
console.log(await new Promise((resolve) => { resume = resolve; }));
