// A CommonJS module that threw is not kept: the next require evaluates it again.
'use strict';

for (let i = 0; i < 2; i++) {
  try {
    require('./fixtures/throws.js');
  } catch (error) {
    console.log(error.message);
  }
}
