// process.exitCode takes integers, their strings, null and undefined, and refuses the rest.
'use strict';

for (const value of [0, 1, '2', null, undefined, 1.5, 'x', true, {}, NaN]) {
  try {
    process.exitCode = value;
    console.log('set', process.exitCode);
  } catch (error) {
    console.log(error.code);
  }
}
process.exitCode = 0;
