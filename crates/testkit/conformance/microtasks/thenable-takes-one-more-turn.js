// Resolving with a thenable calls its then in a microtask of its own.
'use strict';

const thenable = {
  then(resolve) {
    console.log('then called');
    resolve('value');
  },
};
Promise.resolve(thenable).then(console.log);
Promise.resolve().then(() => console.log(1)).then(() => console.log(2)).then(() => console.log(3));
