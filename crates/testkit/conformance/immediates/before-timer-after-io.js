// From an I/O callback an immediate always comes before a timer.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
const fs = require('fs');
fs.stat('.', () => {
  setTimeout(() => console.log('timer'), 0);
  setImmediate(() => console.log('immediate'));
  block(5);
});
