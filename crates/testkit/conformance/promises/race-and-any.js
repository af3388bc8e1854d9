// race takes the first settlement, any the first fulfilment.
'use strict';

const rejected = Promise.reject(new Error('no'));
const later = new Promise((resolve) => setImmediate(resolve, 'later'));
Promise.race([rejected, later]).catch((error) => console.log('race', error.message));
Promise.any([rejected, later]).then((value) => console.log('any', value));
Promise.any([]).catch((error) => console.log(error.name, error.errors.length));
