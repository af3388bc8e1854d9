// Signal 0 only asks whether the process exists; unknown signals throw.
'use strict';

console.log(process.kill(process.pid, 0));
for (const call of [() => process.kill(process.pid, 'SIGNONE'), () => process.kill('x'), () => process.kill(2 ** 30, 0)]) {
  try {
    call();
  } catch (error) {
    console.log(error.code);
  }
}
