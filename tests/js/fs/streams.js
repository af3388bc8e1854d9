'use strict';

// Read and write streams: ranges, positions, events, errors, own fs functions.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { pipeline } = require('stream');

const dir = common.tmpdir();
const at = (name) => path.join(dir, name);
const text = 'abcdefghij'.repeat(20000);
fs.writeFileSync(at('src'), text);

function collect(stream, check) {
  const chunks = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  stream.on('end', common.mustCall(() => check(Buffer.concat(chunks).toString())));
}

const whole = fs.createReadStream(at('src'));
const events = [];
for (const event of ['open', 'ready', 'end', 'close']) whole.on(event, common.mustCall(() => events.push(event)));
collect(whole, (data) => assert.strictEqual(data, text));
whole.on('close', () => {
  assert.deepStrictEqual(events, ['open', 'ready', 'end', 'close']);
  assert.strictEqual(whole.bytesRead, text.length);
  assert.strictEqual(whole.fd, null);
});
collect(fs.createReadStream(at('src'), { start: 3, end: 6 }), (data) => assert.strictEqual(data, 'defg'));
collect(fs.createReadStream(at('src'), { start: text.length }), (data) => assert.strictEqual(data, ''));
fs.createReadStream(at('none')).on('error', common.mustCall((error) => {
  assert.strictEqual(error.code, 'ENOENT');
}));
fs.createReadStream(dir).on('error', common.mustCall((error) => assert.strictEqual(error.code, 'EISDIR'))).resume();

pipeline(fs.createReadStream(at('src')), fs.createWriteStream(at('copy')), common.mustSucceed(() => {
  assert.strictEqual(fs.readFileSync(at('copy'), 'utf8'), text);
}));

fs.writeFileSync(at('patched'), '0123456789');
const patch = fs.createWriteStream(at('patched'), { flags: 'r+', start: 4 });
patch.write('A');
patch.write('B');
patch.end('C', common.mustCall(() => {
  assert.strictEqual(patch.bytesWritten, 3);
  assert.strictEqual(fs.readFileSync(at('patched'), 'utf8'), '0123ABC789');
}));

fs.createWriteStream('/dev/full').on('error', common.mustCall((error) => {
  assert.strictEqual(error.code, 'ENOSPC');
})).end('x');

const own = {
  open: common.mustCall(fs.open),
  write: common.mustCall((fd, buffer, offset, length, position, callback) => {
    // Short writes are continued.
    fs.write(fd, buffer, offset, 1, position, callback);
  }, 3),
  close: common.mustCall(fs.close),
};
fs.createWriteStream(at('own'), { fs: own }).end('xyz').on('close', common.mustCall(() => {
  assert.strictEqual(fs.readFileSync(at('own'), 'utf8'), 'xyz');
}));

const destroyed = fs.createReadStream(at('src'));
destroyed.on('close', common.mustCall());
destroyed.once('data', () => destroyed.destroy());
