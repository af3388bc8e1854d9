// More jobs than pool threads all end, in some order.
'use strict';

const fs = require('fs');
let left = 32;
for (let i = 0; i < 32; i++) {
  fs.stat('.', () => {
    left -= 1;
    if (left === 0) console.log('all');
  });
}
