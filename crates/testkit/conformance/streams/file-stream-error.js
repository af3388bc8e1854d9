// A file that does not exist gives error and close, no open.
'use strict';

const stream = require('fs').createReadStream('./does-not-exist');
for (const event of ['open', 'end', 'close']) stream.on(event, () => console.log(event));
stream.on('error', (error) => console.log('error', error.code));
