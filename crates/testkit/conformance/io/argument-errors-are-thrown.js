// Wrong arguments throw at once instead of calling back.
'use strict';

const fs = require('fs');
for (const call of [() => fs.stat(1, () => {}), () => fs.stat('.'), () => fs.readFile({}, () => {}),
  () => fs.open('x', 'bad flag', () => {})]) {
  try {
    call();
  } catch (error) {
    console.log(error.code);
  }
}
