// process.exit refuses what is no integer.
'use strict';

for (const value of [1.5, 'x', {}, true]) {
  try {
    process.exit(value);
  } catch (error) {
    console.log(error.code);
  }
}
process.exit('3');
