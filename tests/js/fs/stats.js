'use strict';

// Stats: numbers and bigints, dates made when looked at, kinds of files, no entry.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const dir = common.tmpdir();
const file = path.join(dir, 'file');
const link = path.join(dir, 'link');
fs.writeFileSync(file, 'hello');
fs.symlinkSync('file', link);
fs.utimesSync(file, 1.5, 1600000000.25);

const stats = fs.statSync(file);
assert.strictEqual(stats.isFile(), true);
assert.strictEqual(stats.isDirectory(), false);
assert.strictEqual(stats.size, 5);
assert.strictEqual(stats.atimeMs, 1500);
assert.strictEqual(stats.mtime.getTime(), 1600000000250);
assert.strictEqual(Object.hasOwn(stats, 'mtime'), true);
assert.strictEqual(Object.hasOwn(stats, 'ctime'), false);
assert.strictEqual(stats instanceof fs.Stats, true);

const big = fs.statSync(file, { bigint: true });
assert.strictEqual(big.size, 5n);
assert.strictEqual(big.mtimeNs, 1600000000250000000n);
assert.strictEqual(big.mtimeMs, 1600000000250n);
assert.strictEqual(big.isFile(), true);
assert.strictEqual(Number(big.ino), stats.ino);

assert.strictEqual(fs.lstatSync(link).isSymbolicLink(), true);
assert.strictEqual(fs.statSync(link).isSymbolicLink(), false);
assert.strictEqual(fs.statSync(dir).isDirectory(), true);
assert.strictEqual(fs.statSync('/dev/null').isCharacterDevice(), true);

const missing = path.join(dir, 'missing');
assert.strictEqual(fs.statSync(missing, { throwIfNoEntry: false }), undefined);
assert.strictEqual(fs.statSync(path.join(file, 'x'), { throwIfNoEntry: false }), undefined);
assert.strictEqual(fs.lstatSync(missing, { throwIfNoEntry: false }), undefined);
assert.throws(() => fs.lstatSync(path.join(file, 'x'), { throwIfNoEntry: false }), { code: 'ENOTDIR' });
fs.stat(missing, { throwIfNoEntry: false }, common.mustCall((error, none) => {
  assert.strictEqual(error, null);
  assert.strictEqual(none, undefined);
}));

// Each callback sees its own result, whatever ran in between.
fs.stat(file, common.mustCall(function(error, own) {
  assert.strictEqual(this, undefined);
  fs.statSync(dir);
  assert.strictEqual(own.size, 5);
}));
Promise.all([fs.promises.stat(file), fs.promises.stat(dir), fs.promises.lstat(link)]).then(common.mustCall((all) => {
  assert.deepStrictEqual(all.map((s) => s.ino), [stats.ino, fs.statSync(dir).ino, fs.lstatSync(link).ino]);
}));
fs.stat(file, { signal: AbortSignal.abort() }, common.mustCall((error) => assert.strictEqual(error.name, 'AbortError')));
fs.statfs(dir, common.mustCall((error, s) => assert.strictEqual(s.blocks >= s.bfree, true)));
