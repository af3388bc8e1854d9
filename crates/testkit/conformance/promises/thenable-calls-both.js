// Of a thenable only the first call counts.
'use strict';

Promise.resolve({
  then(resolve, reject) {
    resolve('first');
    reject('second');
    throw new Error('third');
  },
}).then(console.log, console.log);
