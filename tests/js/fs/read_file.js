'use strict';

// readFile: small, large, empty, of unknown size, encodings, descriptors, buffers of the caller, abort.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const dir = common.tmpdir();
const contents = {
  empty: '',
  small: 'h\u00e9llo \ud83d\ude00',
  large: 'x'.repeat(512 * 1024 + 7),
};
for (const [name, text] of Object.entries(contents)) {
  const file = path.join(dir, name);
  fs.writeFileSync(file, text);
  const bytes = Buffer.from(text);
  assert.strictEqual(fs.readFileSync(file, 'utf8'), text);
  assert.deepStrictEqual(fs.readFileSync(file), bytes);
  assert.strictEqual(fs.readFileSync(file, 'base64'), bytes.toString('base64'));
  fs.readFile(file, common.mustSucceed((data) => assert.deepStrictEqual(data, bytes)));
  fs.readFile(file, 'utf8', common.mustSucceed((data) => assert.strictEqual(data, text)));
  fs.readFile(file, { encoding: 'hex' }, common.mustSucceed((data) => assert.strictEqual(data, bytes.toString('hex'))));
  fs.promises.readFile(file).then(common.mustCall((data) => assert.deepStrictEqual(data, bytes)));
  fs.promises.readFile(file, 'utf8').then(common.mustCall((data) => assert.strictEqual(data, text)));
}

// A file whose size is said to be 0.
const status = fs.readFileSync('/proc/self/status', 'utf8');
assert.match(status, /^Name:/);
fs.readFile('/proc/self/status', 'utf8', common.mustSucceed((data) => assert.match(data, /^Name:/)));
fs.readFile('/dev/null', common.mustSucceed((data) => assert.strictEqual(data.length, 0)));

// A descriptor is read from where it is, and stays open.
const small = path.join(dir, 'small');
const fd = fs.openSync(small);
fs.readSync(fd, Buffer.alloc(1));
assert.strictEqual(fs.readFileSync(fd, 'utf8'), contents.small.slice(1));
assert.strictEqual(fs.readFileSync(fd, 'utf8'), '');
fs.closeSync(fd);

for (const form of [undefined, 'utf8']) {
  assert.throws(() => fs.readFileSync(dir, form), { code: 'EISDIR', syscall: 'read' });
}
fs.readFile(dir, common.mustCall((error) => assert.strictEqual(error.code, 'EISDIR')));

fs.readFile(small, { signal: AbortSignal.abort() }, common.mustCall((error) => {
  assert.strictEqual(error.name, 'AbortError');
}));
const controller = new AbortController();
fs.readFile(path.join(dir, 'large'), { signal: controller.signal }, common.mustCall((error) => {
  assert.strictEqual(error.code, 'ABORT_ERR');
}));
controller.abort();

// An immediate runs before a file can be read.
const order = [];
fs.readFile(small, common.mustCall(() => {
  setImmediate(common.mustCall(() => order.push('immediate')));
  setTimeout(common.mustCall(() => {
    order.push('timeout');
    assert.deepStrictEqual(order, ['immediate', 'timeout']);
  }), 0);
}));
