'use strict';

// Wrong arguments are told at once, also by functions that take a callback.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');

const type = { code: 'ERR_INVALID_ARG_TYPE', name: 'TypeError' };
const value = { code: 'ERR_INVALID_ARG_VALUE', name: 'TypeError' };
const range = { code: 'ERR_OUT_OF_RANGE', name: 'RangeError' };
const never = common.mustNotCall();

assert.throws(() => fs.readFile('x'), type);
assert.throws(() => fs.stat({}, never), {
  ...type,
  message: 'The "path" argument must be of type string or an instance of Buffer or URL. Received an instance of Object',
});
assert.throws(() => fs.statSync('a\0b'), {
  ...value,
  message: "The argument 'path' must be a string, Uint8Array, or URL without null bytes. Received 'a\\x00b'",
});
assert.throws(() => fs.readFileSync(Buffer.from('a\0b')), value);
assert.throws(() => fs.rename('a', 1, never), type);
assert.throws(() => fs.openSync('x', 'zz'), value);
assert.throws(() => fs.openSync('x', 'r', '9'), value);
assert.throws(() => fs.closeSync(-1), range);
assert.throws(() => fs.close('1', never), type);
assert.throws(() => fs.closeSync(1.5), range);
assert.throws(() => fs.readSync(0, 'buffer'), type);
assert.throws(() => fs.readSync(0, Buffer.alloc(1), 0, 2, 0), range);
assert.throws(() => fs.readSync(0, Buffer.alloc(0), 0, 1, 0), value);
assert.throws(() => fs.writeSync(1, 5), type);
assert.throws(() => fs.writeSync(1, Buffer.alloc(1), 2), range);
assert.throws(() => fs.writevSync(1, ['x']), type);
assert.throws(() => fs.accessSync('.', 8), { ...range, message: 'mode is out of range: >= 0 && <= 7' });
assert.throws(() => fs.copyFileSync('a', 'b', 'x'), { ...type, message: 'mode must be int32 or null/undefined' });
assert.throws(() => fs.mkdirSync('x', { recursive: 1 }), type);
assert.throws(() => fs.rmdirSync('x', { recursive: true }), value);
assert.throws(() => fs.readdirSync('.', 'nonsense'), value);
assert.throws(() => fs.chownSync('x', -2, 0), range);
assert.throws(() => fs.utimesSync('x', {}, 0), type);
assert.throws(() => fs.truncateSync(__filename, 1.5), range);
assert.throws(() => fs.createReadStream(__filename, { start: 2, end: 1 }), range);
assert.throws(() => fs.watch(), type);
assert.throws(() => fs.watchFile('x'), type);
assert.rejects(fs.promises.stat(1), type).then(common.mustCall());
assert.rejects(fs.promises.readFile('x', 1), type).then(common.mustCall());
