// allSettled waits for all of them.
'use strict';

Promise.allSettled([1, Promise.reject(new Error('x')), new Promise((r) => setTimeout(r, 1, 't'))])
  .then((results) => results.forEach((r) => console.log(r.status, r.value ?? r.reason.message)));
