// An unsettled top-level await behind import() of a CommonJS main exits with 0.
'use strict';

process.on('exit', (code) => console.log('exit', code));
import('./fixtures/hang.mjs').then(() => console.log('never'));
