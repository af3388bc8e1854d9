// A throw in a fulfilment reaction rejects the derived promise only.
'use strict';

Promise.resolve().then(() => { throw new Error('in then'); })
  .then(() => console.log('never'), (error) => console.log('rejected', error.message))
  .then(() => console.log('goes on'));
