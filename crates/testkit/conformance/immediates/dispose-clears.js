// Symbol.dispose clears an immediate.
'use strict';

const immediate = setImmediate(() => console.log('never'));
immediate[Symbol.dispose]();
setImmediate(() => console.log('kept'));
