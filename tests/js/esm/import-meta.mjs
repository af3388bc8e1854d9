// import.meta.
import assert from 'node:assert';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

assert.deepStrictEqual(Object.keys(import.meta), ['dirname', 'filename', 'main', 'resolve', 'url']);
assert.strictEqual(Object.getPrototypeOf(import.meta), null);
assert.strictEqual(import.meta.filename, fileURLToPath(import.meta.url));
assert.strictEqual(import.meta.dirname, path.dirname(import.meta.filename));
assert.strictEqual(import.meta.main, true);
assert.strictEqual(import.meta.resolve('./x.mjs'), new URL('./x.mjs', import.meta.url).href);
assert.strictEqual(import.meta.resolve('fs'), 'node:fs');
assert.strictEqual(import.meta.resolve('node:fs'), 'node:fs');
assert.throws(() => import.meta.resolve('no-such-package'), { code: 'ERR_MODULE_NOT_FOUND' });

const inData = await import('data:text/javascript,export default import.meta');
assert.deepStrictEqual(Object.keys(inData.default), ['main', 'resolve', 'url']);
assert.strictEqual(inData.default.main, false);
