// From I/O an immediate beats a timer, a hundred times in a row.
'use strict';

const fs = require('fs');
let rounds = 0;
let wrong = 0;
(function next() {
  fs.stat('.', () => {
    let timerRan = false;
    setTimeout(() => {
      timerRan = true;
      if (++rounds < 100) next();
      else console.log('wrong', wrong);
    }, 0);
    setImmediate(() => { if (timerRan) wrong += 1; });
  });
})();
