// A delay beyond 31 bits becomes 1 and warns, every time.
'use strict';

process.on('warning', (warning) => console.log(warning.name, warning.message.split('\n')[0]));
setTimeout(() => console.log('first'), 2 ** 31);
setTimeout(() => console.log('second'), Infinity);
