'use strict';

// System errors carry errno, code, syscall, path and dest, in the synchronous, callback and promise forms alike.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const dir = common.tmpdir();
const missing = path.join(dir, 'missing');
const other = path.join(dir, 'other');
const file = path.join(dir, 'file');
fs.writeFileSync(file, 'text');

function failsWith(code, syscall, name, args, paths = [args[0]]) {
  const [first, dest] = paths;
  const check = (error) => {
    assert.strictEqual(error.code, code, name);
    assert.strictEqual(error.syscall, syscall);
    assert.strictEqual(error.errno < 0, true);
    assert.strictEqual(error.path, first);
    assert.strictEqual(error.dest, dest);
    let end = syscall;
    if (first !== undefined) end += ` '${first}'`;
    if (dest !== undefined) end += ` -> '${dest}'`;
    assert.strictEqual(error.message.startsWith(`${code}: `), true);
    assert.strictEqual(error.message.endsWith(`, ${end}`), true, error.message);
    return true;
  };
  assert.throws(() => fs[`${name}Sync`](...args), check);
  fs[name](...args, common.mustCall(check));
  if (fs.promises[name]) assert.rejects(fs.promises[name](...args), check).then(common.mustCall());
}

failsWith('ENOENT', 'open', 'readFile', [missing]);
failsWith('ENOENT', 'stat', 'stat', [missing]);
failsWith('ENOENT', 'lstat', 'lstat', [missing]);
failsWith('ENOENT', 'access', 'access', [missing]);
failsWith('ENOENT', 'scandir', 'readdir', [missing]);
failsWith('ENOENT', 'unlink', 'unlink', [missing]);
failsWith('ENOENT', 'rmdir', 'rmdir', [missing]);
failsWith('ENOENT', 'rename', 'rename', [missing, other], [missing, other]);
failsWith('ENOENT', 'copyfile', 'copyFile', [missing, other], [missing, other]);
failsWith('ENOENT', 'link', 'link', [missing, other], [missing, other]);
failsWith('EEXIST', 'symlink', 'symlink', [missing, file], [missing, file]);
failsWith('EINVAL', 'readlink', 'readlink', [file]);
failsWith('ENOENT', 'chmod', 'chmod', [missing, 0o600]);
failsWith('ENOENT', 'utime', 'utimes', [missing, 1, 1]);
failsWith('EEXIST', 'mkdir', 'mkdir', [dir]);
failsWith('ENOTDIR', 'mkdir', 'mkdir', [path.join(file, 'x'), { recursive: true }]);
failsWith('EISDIR', 'open', 'writeFile', [dir, 'x']);
failsWith('ENOTDIR', 'stat', 'stat', [path.join(file, 'x')]);
failsWith('EBADF', 'close', 'close', [9999], []);
failsWith('EBADF', 'fstat', 'fstat', [9999], []);
failsWith('EBADF', 'ftruncate', 'ftruncate', [9999, 1], []);
