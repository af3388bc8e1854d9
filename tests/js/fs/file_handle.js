'use strict';

// FileHandle: reading, writing, lines, streams, closing while in use.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const file = path.join(common.tmpdir(), 'file');

(async () => {
  const handle = await fs.promises.open(file, 'w+');
  assert.strictEqual(typeof handle.fd, 'number');
  assert.strictEqual((await handle.write('one\ntwo\n')).bytesWritten, 8);
  await handle.appendFile('three\n');
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(3), 0, 3, 4);
  assert.strictEqual(buffer.toString('latin1', 0, bytesRead), 'two');
  assert.strictEqual((await handle.stat()).size, 14);
  assert.strictEqual((await handle.stat({ bigint: true })).size, 14n);
  const { buffers } = await handle.readv([Buffer.alloc(3), Buffer.alloc(1)], 0);
  assert.strictEqual(buffers[0].toString(), 'one');
  await handle.truncate(8);
  await handle.datasync();
  await handle.close();
  await handle.close();
  assert.strictEqual(handle.fd, -1);
  await assert.rejects(handle.read(), { message: 'file closed', code: 'EBADF', syscall: 'read' });

  const lines = [];
  const other = await fs.promises.open(file);
  for await (const line of other.readLines()) lines.push(line);
  assert.deepStrictEqual(lines, ['one', 'two']);

  // A close waits for what is under way.
  const busy = await fs.promises.open(file);
  const read = busy.readFile('utf8');
  const closed = busy.close();
  busy.on('close', common.mustNotCall('the event was emitted when close was called'));
  assert.strictEqual(await read, 'one\ntwo\n');
  await closed;

  const written = await fs.promises.open(file, 'w');
  const stream = written.createWriteStream();
  stream.end('streamed');
  await new Promise((resolve) => stream.on('close', resolve));
  assert.strictEqual(written.fd, -1);
  assert.strictEqual(fs.readFileSync(file, 'utf8'), 'streamed');

  let disposed;
  {
    await using scoped = await fs.promises.open(file);
    disposed = scoped;
  }
  assert.strictEqual(disposed.fd, -1);
})().then(common.mustCall());
