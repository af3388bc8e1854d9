// A function that awaits a settled promise in an immediate resumes before the next immediate.
'use strict';

for (const name of ['a', 'b']) {
  setImmediate(async () => {
    console.log(name, 'before');
    await null;
    console.log(name, 'after');
  });
}
