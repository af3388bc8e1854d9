// A pending promise, an AbortController and a Map keep nothing alive.
'use strict';

new AbortController();
new Promise(() => {});
new Map([[1, 2]]);
process.on('exit', (code) => console.log('exit', code));
