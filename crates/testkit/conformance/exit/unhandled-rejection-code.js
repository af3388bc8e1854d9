// exit listeners see code 1 after an unhandled rejection.
'use strict';

process.on('exit', (code) => console.log('exit', code));
Promise.reject(new Error('x'));
