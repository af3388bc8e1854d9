// Microtasks of an I/O callback run before the check phase.
'use strict';

const fs = require('fs');
fs.stat('.', () => {
  setImmediate(() => console.log('immediate'));
  queueMicrotask(() => {
    console.log('microtask');
    queueMicrotask(() => console.log('nested microtask'));
  });
});
