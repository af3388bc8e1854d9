// Negative, NaN and non-numeric delays count as 1.
'use strict';

process.on('warning', () => {});
setTimeout(() => console.log('1'), 1);
setTimeout(() => console.log('-1'), -1);
setTimeout(() => console.log('NaN'), NaN);
setTimeout(() => console.log('text'), 'text');
setTimeout(() => console.log('object'), {});
setTimeout(() => console.log('null'), null);
