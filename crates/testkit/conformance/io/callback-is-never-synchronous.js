// Even a call that fails at once calls back later.
'use strict';

const fs = require('fs');
fs.readFile('./does-not-exist', (error) => console.log(error.code));
console.log('main');
process.nextTick(() => console.log('tick'));
