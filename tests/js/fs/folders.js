'use strict';

// mkdir, readdir, opendir, mkdtemp, rm.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const dir = common.tmpdir();
const tree = path.join(dir, 'tree');
assert.strictEqual(fs.mkdirSync(path.join(tree, 'a', 'b'), { recursive: true }), tree);
assert.strictEqual(fs.mkdirSync(path.join(tree, 'a'), { recursive: true }), undefined);
fs.writeFileSync(path.join(tree, 'f'), '');
fs.writeFileSync(path.join(tree, 'a', 'g'), '');
fs.symlinkSync('f', path.join(tree, 'l'));

const names = ['a', 'f', 'l'];
assert.deepStrictEqual(fs.readdirSync(tree), names);
assert.deepStrictEqual(fs.readdirSync(tree, 'buffer'), names.map((name) => Buffer.from(name)));
assert.deepStrictEqual(fs.readdirSync(tree, { recursive: true }), ['a', 'f', 'l', 'a/b', 'a/g']);
const entries = fs.readdirSync(tree, { withFileTypes: true });
assert.deepStrictEqual(entries.map((e) => [e.name, e.isDirectory(), e.isFile(), e.isSymbolicLink()]),
                       [['a', true, false, false], ['f', false, true, false], ['l', false, false, true]]);
const deep = fs.readdirSync(tree, { withFileTypes: true, recursive: true });
assert.deepStrictEqual(deep.map((e) => path.relative(tree, path.join(e.parentPath, e.name))),
                       ['a', 'f', 'l', 'a/b', 'a/g']);

const opened = fs.opendirSync(tree, { bufferSize: 1 });
const seen = [];
for (let entry; (entry = opened.readSync()) !== null;) seen.push(entry.name);
assert.deepStrictEqual(seen.sort(), names);
opened.closeSync();
assert.throws(() => opened.readSync(), { code: 'ERR_DIR_CLOSED' });

(async () => {
  assert.deepStrictEqual(await fs.promises.readdir(tree), names);
  const all = [];
  for await (const entry of await fs.promises.opendir(tree, { recursive: true })) all.push(entry.name);
  assert.deepStrictEqual(all.sort(), ['a', 'b', 'f', 'g', 'l']);

  const temporary = await fs.promises.mkdtemp(path.join(dir, 'x-'));
  assert.match(path.basename(temporary), /^x-\w{6}$/);
  const disposable = fs.mkdtempDisposableSync(path.join(dir, 'y-'));
  fs.writeFileSync(path.join(disposable.path, 'z'), '');
  disposable.remove();
  assert.strictEqual(fs.existsSync(disposable.path), false);

  assert.throws(() => fs.rmSync(tree), { code: 'ERR_FS_EISDIR' });
  await assert.rejects(fs.promises.rmdir(tree), { code: 'ENOTEMPTY' });
  await fs.promises.rm(tree, { recursive: true });
  assert.strictEqual(fs.existsSync(tree), false);
  await assert.rejects(fs.promises.rm(tree), { code: 'ENOENT' });
  await fs.promises.rm(tree, { force: true });
  fs.rmSync(temporary, { recursive: true });
})().then(common.mustCall());
