'use strict';

// read, write, readv, writev, ftruncate on descriptors; closed ones; too many of them.

const common = require('../common');
const assert = require('assert');
const { spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');

const file = path.join(common.tmpdir(), 'file');
const fd = fs.openSync(file, 'w+');
assert.strictEqual(fs.writeSync(fd, 'hello'), 5);
assert.strictEqual(fs.writeSync(fd, 'J', 0), 1);
assert.strictEqual(fs.writeSync(fd, Buffer.from('..abc'), 2, 2), 2);
assert.strictEqual(fs.writevSync(fd, [Buffer.from('x'), new Uint8Array([0x79])]), 2);
const buffer = Buffer.alloc(16);
assert.strictEqual(fs.readSync(fd, buffer, 0, 16, 0), 9);
assert.strictEqual(buffer.toString('latin1', 0, 9), 'Jelloabxy');
assert.strictEqual(fs.readSync(fd, buffer, { position: 5n, length: 2 }), 2);
assert.strictEqual(fs.readSync(fd, buffer), 0);
const parts = [Buffer.alloc(3), Buffer.alloc(20)];
assert.strictEqual(fs.readvSync(fd, parts, 0), 9);
assert.strictEqual(parts[0].toString(), 'Jel');
fs.ftruncateSync(fd, 3);
assert.strictEqual(fs.fstatSync(fd).size, 3);

fs.read(fd, { position: 1, length: 2 }, common.mustSucceed((bytesRead, given) => {
  assert.strictEqual(bytesRead, 2);
  assert.strictEqual(given.toString('latin1', 0, 2), 'el');
  fs.write(fd, 'zz', 3, 'utf8', common.mustSucceed((written, text) => {
    assert.strictEqual(written, 2);
    assert.strictEqual(text, 'zz');
    fs.close(fd, common.mustSucceed(() => {
      assert.throws(() => fs.readSync(fd, buffer), { code: 'EBADF', syscall: 'read' });
      fs.write(fd, 'x', common.mustCall((error, count) => {
        assert.strictEqual(error.code, 'EBADF');
        assert.strictEqual(count, 0);
      }));
    }));
  }));
}));
fs.read(fd, buffer, 0, 0, 0, common.mustSucceed((bytesRead) => assert.strictEqual(bytesRead, 0)));

const script = `
  const fs = require('fs');
  try {
    for (;;) fs.openSync(${JSON.stringify(__filename)});
  } catch (error) {
    process.exitCode = error.code === 'EMFILE' ? 42 : 1;
  }`;
const limited = `ulimit -n 64 && exec "${process.execPath}" -e '${script.replaceAll("'", "'\\''")}'`;
assert.strictEqual(spawnSync('sh', ['-c', limited]).status, 42);
