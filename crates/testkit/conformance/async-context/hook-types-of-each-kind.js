// A hook sees each kind of callback under its own type.
'use strict';

const { createHook } = require('async_hooks');
const fs = require('fs');
const types = [];
const hook = createHook({ init(asyncId, type) { types.push(type); } }).enable();
process.nextTick(() => {});
setTimeout(() => {}, 1);
setImmediate(() => {});
new Promise(() => {});
queueMicrotask(() => {});
fs.stat('.', () => {});
hook.disable();
console.log(types.join());
