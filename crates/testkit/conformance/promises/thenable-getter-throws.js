// A throwing then getter rejects.
'use strict';

Promise.resolve({ get then() { throw new Error('getter'); } }).catch((error) => console.log(error.message));
console.log('sync');
