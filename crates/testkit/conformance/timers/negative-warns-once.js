// @node: >= 22
// A negative delay warns once in a process, and so does NaN.
'use strict';

process.on('warning', (warning) => console.log(warning.name));
setTimeout(() => console.log('a'), -1);
setTimeout(() => console.log('b'), -2);
setTimeout(() => console.log('c'), NaN);
setTimeout(() => console.log('d'), NaN);
