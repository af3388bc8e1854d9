// An unhandled rejection of a plain value is reported as ERR_UNHANDLED_REJECTION.
'use strict';

process.on('uncaughtException', (error, origin) => console.log(error.code, error.message.split('\n').pop(), origin));
Promise.reject('text');
Promise.reject(undefined);
Promise.reject({ a: 1 });
