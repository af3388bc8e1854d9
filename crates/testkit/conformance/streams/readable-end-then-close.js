// A readable emits end, then close, each in a tick of its own.
'use strict';

const { Readable } = require('stream');
const stream = Readable.from(['a', 'b']);
stream.on('data', (chunk) => console.log(chunk));
stream.on('end', () => console.log('end'));
stream.on('close', () => console.log('close'));
setImmediate(() => console.log('immediate'));
