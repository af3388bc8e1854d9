'use strict';
// process.addUncaughtExceptionCaptureCallback: the latest is asked first, true ends the question, and the event comes after
// all of them have passed.
require('../common');
const assert = require('assert');

assert.throws(() => process.addUncaughtExceptionCaptureCallback(1), { code: 'ERR_INVALID_ARG_TYPE' });

const seen = [];
process.addUncaughtExceptionCaptureCallback((error) => { seen.push(`first ${error}`); return 'truthy'; });
process.addUncaughtExceptionCaptureCallback((error) => { seen.push(`second ${error}`); return error === 'known'; });
assert.strictEqual(process.hasUncaughtExceptionCaptureCallback(), false);
process.on('uncaughtException', (error) => seen.push(`event ${error}`));
process.on('uncaughtExceptionMonitor', (error) => seen.push(`monitor ${error}`));

setImmediate(() => { throw 'known'; });
setImmediate(() => { throw 'other'; });
process.on('exit', () => {
  assert.deepStrictEqual(seen, ['monitor known', 'second known',
                                'monitor other', 'second other', 'first other', 'event other']);
});
