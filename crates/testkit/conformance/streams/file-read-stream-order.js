// A file stream emits open, ready, data, end and close in this order.
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
const file = path.join(os.tmpdir(), 'file');
fs.writeFileSync(file, 'content');
const stream = fs.createReadStream(file, 'utf8');
for (const event of ['open', 'ready', 'end', 'close']) stream.on(event, () => console.log(event));
stream.on('data', (chunk) => console.log('data', chunk));
