// ref and unref may be repeated; hasRef tells the state.
'use strict';

const immediate = setImmediate(() => console.log('ran'));
console.log(immediate.hasRef());
immediate.unref();
immediate.unref();
console.log(immediate.hasRef());
immediate.ref();
immediate.ref();
console.log(immediate.hasRef());
