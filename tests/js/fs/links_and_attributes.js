'use strict';

// Links, real paths, copies, renames, permissions and times.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');

const dir = fs.realpathSync(common.tmpdir());
const at = (name) => path.join(dir, name);
fs.writeFileSync(at('file'), 'text');
fs.mkdirSync(at('folder'));
fs.symlinkSync('folder', at('way'));
fs.symlinkSync(at('file'), at('folder/back'));
fs.symlinkSync('loop-b', at('loop-a'));
fs.symlinkSync('loop-a', at('loop-b'));

assert.strictEqual(fs.readlinkSync(at('way')), 'folder');
assert.deepStrictEqual(fs.readlinkSync(at('way'), 'buffer'), Buffer.from('folder'));
assert.strictEqual(fs.realpathSync(at('way/back')), at('file'));
assert.strictEqual(fs.realpathSync.native(at('way/back')), at('file'));
assert.throws(() => fs.realpathSync(at('loop-a')), { code: 'ELOOP' });
fs.realpath(at('way/back'), common.mustSucceed((found) => assert.strictEqual(found, at('file'))));
fs.realpath.native(at('way/back'), common.mustSucceed((found) => assert.strictEqual(found, at('file'))));
fs.realpath(at('none'), common.mustCall((error) => assert.strictEqual(error.syscall, 'lstat')));

fs.linkSync(at('file'), at('hard'));
assert.strictEqual(fs.statSync(at('hard')).nlink, 2);
fs.copyFileSync(at('file'), at('copy'));
fs.copyFileSync(at('copy'), at('copy'));
assert.strictEqual(fs.readFileSync(at('copy'), 'utf8'), 'text');
assert.throws(() => fs.copyFileSync(at('file'), at('copy'), fs.constants.COPYFILE_EXCL), { code: 'EEXIST' });
fs.renameSync(at('copy'), at('renamed'));
assert.strictEqual(fs.existsSync(at('copy')), false);
if (fs.statSync('/dev/shm', { throwIfNoEntry: false })?.dev !== fs.statSync(dir).dev && fs.existsSync('/dev/shm')) {
  assert.throws(() => fs.renameSync(at('renamed'), `/dev/shm/phasor-${process.pid}`), { code: 'EXDEV' });
}

fs.chmodSync(at('renamed'), '600');
assert.strictEqual(fs.statSync(at('renamed')).mode & 0o777, 0o600);
fs.utimesSync(at('renamed'), new Date(1000), '2');
assert.strictEqual(fs.statSync(at('renamed')).mtimeMs, 2000);
fs.lutimesSync(at('way'), 3, 4);
assert.strictEqual(fs.lstatSync(at('way')).mtimeMs, 4000);
fs.truncateSync(at('renamed'), 2);
assert.strictEqual(fs.readFileSync(pathToFileURL(at('renamed')), 'utf8'), 'te');
assert.strictEqual(fs.readFileSync(Buffer.from(at('renamed')), 'utf8'), 'te');
fs.access(at('renamed'), fs.constants.W_OK, common.mustSucceed());
if (process.getuid() !== 0) {
  fs.chmodSync(at('renamed'), 0);
  assert.throws(() => fs.readFileSync(at('renamed')), { code: 'EACCES', syscall: 'open' });
}
