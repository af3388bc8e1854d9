'use strict';

// fs.watch, its iterable and recursive forms, and fs.watchFile.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const dir = common.tmpdir();
const at = (name) => path.join(dir, name);

fs.mkdirSync(at('plain'));
const watcher = fs.watch(at('plain'));
watcher.once('change', common.mustCall((eventType, filename) => {
  assert.strictEqual(eventType, 'rename');
  assert.strictEqual(filename, 'new');
  watcher.on('close', common.mustCall());
  watcher.close();
  watcher.close();
}));
fs.writeFileSync(at('plain/new'), '');

fs.writeFileSync(at('file'), '');
const single = fs.watch(at('file'), 'buffer', common.mustCallAtLeast((eventType, filename) => {
  assert.strictEqual(eventType, 'change');
  assert.deepStrictEqual(filename, Buffer.from('file'));
  single.close();
}));
fs.appendFileSync(at('file'), 'x');

assert.throws(() => fs.watch(at('none')), { code: 'ENOENT', syscall: 'watch', path: at('none'), filename: at('none') });
fs.watch(dir, { persistent: false }, () => {});

fs.mkdirSync(at('tree/inner'), { recursive: true });
const recursive = fs.watch(at('tree'), { recursive: true });
recursive.once('change', common.mustCall((eventType, filename) => {
  assert.strictEqual(filename, path.join('inner', 'deep'));
  recursive.close();
}));
fs.writeFileSync(at('tree/inner/deep'), '');

fs.mkdirSync(at('iterated'));
(async () => {
  const controller = new AbortController();
  const changes = fs.promises.watch(at('iterated'), { signal: controller.signal });
  const first = changes.next();
  setImmediate(() => fs.writeFileSync(at('iterated/f'), ''));
  assert.strictEqual((await first).value.filename, 'f');
  controller.abort();
  await assert.rejects(async () => {
    for await (const change of changes) assert.ok(change);
  }, { name: 'AbortError' });
})().then(common.mustCall());

fs.writeFileSync(at('polled'), 'a');
fs.watchFile(at('polled'), { interval: 10 }, common.mustCallAtLeast((current, previous) => {
  assert.strictEqual(current.size, 2);
  assert.strictEqual(previous.size, 1);
  fs.unwatchFile(at('polled'));
}));
// The first look has to be over before the change.
fs.stat(at('polled'), () => fs.stat(at('polled'), () => setTimeout(() => fs.writeFileSync(at('polled'), 'ab'), 50)));
