// An async function that hangs does not change the exit code.
'use strict';

(async () => {
  await new Promise(() => {});
  console.log('never');
})();
process.on('exit', (code) => console.log('exit', code));
