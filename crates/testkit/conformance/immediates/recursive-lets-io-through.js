// Endless immediates still let pool work be delivered.
'use strict';

const fs = require('fs');
let done = false;
fs.stat('.', () => { done = true; });
setImmediate(function again() {
  if (done) console.log('delivered');
  else setImmediate(again);
});
