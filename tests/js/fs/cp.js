'use strict';

// cp: trees, filters, links, what must not be copied.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const dir = common.tmpdir();
const at = (name) => path.join(dir, name);
fs.mkdirSync(at('src/a/b'), { recursive: true });
fs.writeFileSync(at('src/f'), 'f');
fs.writeFileSync(at('src/a/g'), 'g');
fs.symlinkSync('f', at('src/l'));
const all = ['a', 'f', 'l', 'a/b', 'a/g'];
const listing = (name) => fs.readdirSync(at(name), { recursive: true });

fs.cpSync(at('src'), at('sync'), { recursive: true });
assert.deepStrictEqual(listing('sync'), all);
assert.strictEqual(fs.readlinkSync(at('sync/l')), at('src/f'));
fs.cpSync(at('src/f'), at('new/folder/f'));
assert.strictEqual(fs.readFileSync(at('new/folder/f'), 'utf8'), 'f');
fs.cpSync(at('src'), at('filtered'), { recursive: true, filter: (src) => !src.endsWith('g') });
assert.deepStrictEqual(listing('filtered'), ['a', 'f', 'l', 'a/b']);

assert.throws(() => fs.cpSync(at('src'), at('x')), { code: 'ERR_FS_EISDIR' });
assert.throws(() => fs.cpSync(at('src'), at('src/a/c'), { recursive: true }), { code: 'ERR_FS_CP_EINVAL' });
assert.throws(() => fs.cpSync(at('src/f'), at('src/f')), { code: 'ERR_FS_CP_EINVAL' });
assert.throws(() => fs.cpSync(at('src'), at('src/f'), { recursive: true }), { code: 'ERR_FS_CP_DIR_TO_NON_DIR' });
assert.throws(() => fs.cpSync(at('src/f'), at('src/a')), { code: 'ERR_FS_CP_NON_DIR_TO_DIR' });
assert.throws(() => fs.cpSync(at('src/f'), at('sync/f'), { force: false, errorOnExist: true }),
              { code: 'ERR_FS_CP_EEXIST' });
assert.throws(() => fs.cpSync(at('src'), at('y'), { dereference: true, verbatimSymlinks: true }),
              { code: 'ERR_INCOMPATIBLE_OPTION_PAIR' });

fs.cp(at('src'), at('callback'), { recursive: true }, common.mustSucceed(() => {
  assert.deepStrictEqual(listing('callback'), all);
}));
(async () => {
  await fs.promises.cp(at('src'), at('promise'), { recursive: true, filter: async (src) => !src.endsWith('f') });
  assert.deepStrictEqual(listing('promise'), ['a', 'l', 'a/b', 'a/g']);
  await assert.rejects(fs.promises.cp(at('none'), at('z')), { code: 'ENOENT' });
})().then(common.mustCall());
