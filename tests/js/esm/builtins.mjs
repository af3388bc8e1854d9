// Built-in modules have live named exports.
import assert from 'node:assert';
import fs, { readFileSync, default as again } from 'fs';
import * as namespace from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import * as promises from 'fs/promises';

assert.strictEqual(fs, again);
assert.strictEqual(readFileSync, fs.readFileSync);
assert.strictEqual(namespace.default, fs);
assert.strictEqual(await import('fs'), namespace);
assert.strictEqual(promises.readFile, fs.promises.readFile);

const original = fs.readFileSync;
fs.readFileSync = () => 'patched';
assert.strictEqual(readFileSync, original);
syncBuiltinESMExports();
assert.strictEqual(readFileSync(), 'patched');
fs.readFileSync = original;
syncBuiltinESMExports();
assert.strictEqual(readFileSync, original);
