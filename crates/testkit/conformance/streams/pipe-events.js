// pipe() forwards data and ends the destination.
'use strict';

const { Readable, PassThrough } = require('stream');
const through = new PassThrough();
through.on('pipe', () => console.log('pipe'));
through.on('unpipe', () => console.log('unpipe'));
through.on('data', (chunk) => console.log(`${chunk}`));
through.on('end', () => console.log('end'));
through.on('close', () => console.log('close'));
Readable.from(['a', 'b']).pipe(through);
