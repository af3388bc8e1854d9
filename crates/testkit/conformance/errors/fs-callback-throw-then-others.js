// A handled throw in a file callback does not lose the file operations behind it.
// @before: caught < exit
// @before: second read < exit
'use strict';

const fs = require('fs');
process.on('uncaughtException', () => console.log('caught'));
process.on('exit', () => console.log('exit'));
fs.readFile(__filename, () => { throw new Error('x'); });
fs.readFile(__filename, () => console.log('second read'));
