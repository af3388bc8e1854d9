// Corked writes reach writev together after uncork.
'use strict';

const { Writable } = require('stream');
const stream = new Writable({ writev(chunks, callback) { console.log(chunks.map(({ chunk }) => `${chunk}`).join('+')); callback(); } });
stream.cork();
stream.write('a');
stream.write('b');
process.nextTick(() => stream.uncork());
console.log('main');
