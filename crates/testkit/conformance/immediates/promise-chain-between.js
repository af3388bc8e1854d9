// A whole promise chain runs between two immediates.
'use strict';

setImmediate(() => {
  let chain = Promise.resolve();
  for (let i = 1; i <= 5; i++) chain = chain.then(() => console.log('then', i));
});
setImmediate(() => console.log('second immediate'));
