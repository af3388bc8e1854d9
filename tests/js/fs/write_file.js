'use strict';

// writeFile and appendFile: forms of data, flags, modes, full devices, descriptors, abort.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const dir = common.tmpdir();
const at = (name) => path.join(dir, name);

const forms = {
  string: ['h\u00e9', 'utf8', Buffer.from('h\u00e9')],
  hex: ['6869', 'hex', Buffer.from('hi')],
  buffer: [Buffer.from('bytes'), undefined, Buffer.from('bytes')],
  words: [new Uint16Array([0x4241, 0x4443]), undefined, Buffer.from('ABCD')],
  view: [new DataView(new Uint8Array([1, 2, 3]).buffer, 1), undefined, Buffer.from([2, 3])],
};
for (const [name, [data, encoding, expected]] of Object.entries(forms)) {
  fs.writeFileSync(at(`${name}-sync`), data, encoding);
  assert.deepStrictEqual(fs.readFileSync(at(`${name}-sync`)), expected);
  fs.writeFile(at(`${name}-callback`), data, encoding, common.mustSucceed(() => {
    assert.deepStrictEqual(fs.readFileSync(at(`${name}-callback`)), expected);
  }));
  fs.promises.writeFile(at(`${name}-promise`), data, encoding).then(common.mustCall(() => {
    assert.deepStrictEqual(fs.readFileSync(at(`${name}-promise`)), expected);
  }));
}

fs.writeFileSync(at('flags'), 'one');
fs.writeFileSync(at('flags'), 'two', { flag: 'a' });
fs.appendFileSync(at('flags'), 'three');
assert.strictEqual(fs.readFileSync(at('flags'), 'utf8'), 'onetwothree');
assert.throws(() => fs.writeFileSync(at('flags'), '', { flag: 'wx' }), { code: 'EEXIST' });
fs.appendFile(at('appended'), 'a', common.mustSucceed(() => {
  fs.appendFile(at('appended'), Buffer.from('b'), common.mustSucceed(() => {
    assert.strictEqual(fs.readFileSync(at('appended'), 'utf8'), 'ab');
  }));
}));

const mask = process.umask(0);
fs.writeFileSync(at('mode'), '', { mode: 0o640 });
process.umask(mask);
assert.strictEqual(fs.statSync(at('mode')).mode & 0o777, 0o640);

assert.throws(() => fs.writeFileSync('/dev/full', 'x'), { code: 'ENOSPC', syscall: 'write' });
fs.writeFile('/dev/full', 'x', common.mustCall((error) => assert.strictEqual(error.code, 'ENOSPC')));
fs.writeFile(at('flushed'), 'x', { flush: true }, common.mustSucceed());

const fd = fs.openSync(at('descriptor'), 'w');
fs.writeFileSync(fd, 'a');
fs.writeFile(fd, 'b', common.mustSucceed(() => {
  fs.closeSync(fd);
  assert.strictEqual(fs.readFileSync(at('descriptor'), 'utf8'), 'ab');
}));

async function* pieces() {
  yield 'x';
  yield Buffer.from('y');
}
fs.promises.writeFile(at('pieces'), pieces()).then(common.mustCall(() => {
  assert.strictEqual(fs.readFileSync(at('pieces'), 'utf8'), 'xy');
}));
assert.rejects(fs.promises.writeFile(at('aborted'), 'x', { signal: AbortSignal.abort() }), { name: 'AbortError' })
  .then(common.mustCall(() => assert.strictEqual(fs.existsSync(at('aborted')), false)));
assert.throws(() => fs.writeFileSync(at('x'), {}), { code: 'ERR_INVALID_ARG_TYPE' });
