// After a handled throw in one delivery the other deliveries still come.
// @before: caught < exit
// @before: b < exit
'use strict';

const fs = require('fs');
process.on('uncaughtException', () => console.log('caught'));
process.on('exit', () => console.log('exit'));
fs.stat('.', () => { throw new Error('a'); });
fs.stat('.', () => console.log('b'));
