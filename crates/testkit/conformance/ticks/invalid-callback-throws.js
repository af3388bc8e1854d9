// process.nextTick checks its callback at once.
'use strict';

for (const value of [undefined, null, 1, 'x', {}]) {
  try {
    process.nextTick(value);
    console.log('no error');
  } catch (error) {
    console.log(error.name, error.code);
  }
}
