// A file write stream emits open, ready, finish and close in this order.
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
const file = path.join(os.tmpdir(), 'file');
const stream = fs.createWriteStream(file);
for (const event of ['open', 'ready', 'finish', 'close']) stream.on(event, () => console.log(event));
stream.write('a', () => console.log('written'));
stream.end('b');
stream.on('close', () => console.log(fs.readFileSync(file, 'utf8')));
