'use strict';

// fs.Utf8Stream: gathered writes, synchronous and not, flush, reopen, drop, what a short write leaves.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const dir = common.tmpdir();
const at = (name) => path.join(dir, name);
const read = (name) => fs.readFileSync(at(name), 'utf8');

const plain = new fs.Utf8Stream({ dest: at('plain') });
plain.on('ready', common.mustCall());
assert.strictEqual(plain.write('h\u00e9llo '), true);
plain.write('world');
plain.on('finish', common.mustCall());
plain.on('close', common.mustCall(() => assert.strictEqual(read('plain'), 'h\u00e9llo world')));
plain.end();

const sync = new fs.Utf8Stream({ dest: at('deep/er/sync'), sync: true, mkdir: true, minLength: 100 });
sync.write('a');
sync.write('b');
assert.strictEqual(read('deep/er/sync'), '');
sync.flushSync();
assert.strictEqual(read('deep/er/sync'), 'ab');
sync.write('c');
sync.end();
sync.on('close', common.mustCall(() => assert.strictEqual(read('deep/er/sync'), 'abc')));

const bytes = new fs.Utf8Stream({ dest: at('bytes'), contentMode: 'buffer', minLength: 10 });
bytes.once('ready', () => setImmediate(common.mustCall(() => {
  bytes.write(Buffer.from('xy'));
  bytes.flush(common.mustCall((error) => {
    assert.ok(!error);
    assert.strictEqual(read('bytes'), 'xy');
    assert.throws(() => bytes.write('text'), { code: 'ERR_INVALID_ARG_TYPE' });
    bytes.destroy();
    assert.throws(() => bytes.write(Buffer.from('z')), { code: 'ERR_INVALID_STATE' });
  }));
})));

const full = new fs.Utf8Stream({ dest: at('full'), maxLength: 3, minLength: 2 });
full.on('drop', common.mustCall((data) => assert.strictEqual(data, 'too long')));
full.write('too long');
full.end();

// A character that a short write cuts in two is not lost.
const short = new fs.Utf8Stream({
  dest: at('short'), sync: true,
  fs: { writeSync: (fd, text) => fs.writeSync(fd, Buffer.from(text), 0, Math.min(4, Buffer.byteLength(text))) },
});
short.write('ab\u00e9\u00e9cd');
assert.strictEqual(read('short'), 'ab\u00e9\u00e9cd');
short.end();

const moved = new fs.Utf8Stream({ dest: at('before') });
moved.write('1');
moved.once('drain', common.mustCall(() => {
  moved.reopen(at('after'));
  moved.once('ready', common.mustCall(() => {
    moved.write('2');
    moved.end();
  }));
  moved.on('close', common.mustCall(() => assert.deepStrictEqual([read('before'), read('after')], ['1', '2'])));
}));

assert.throws(() => new fs.Utf8Stream({}), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => new fs.Utf8Stream({ fd: 1, minLength: 20000 }), { code: 'ERR_INVALID_ARG_VALUE' });
