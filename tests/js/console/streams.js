'use strict';

const { mustCall } = require('../common');
const assert = require('assert');
const { Console } = require('console');
const { Writable } = require('stream');

assert.throws(() => new Console(), { code: 'ERR_CONSOLE_WRITABLE_STREAM' });
assert.throws(() => new Console(process.stdout, {}), { code: 'ERR_CONSOLE_WRITABLE_STREAM' });
assert.throws(() => new Console({ stdout: process.stdout, colorMode: 'x' }), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => new Console({ stdout: process.stdout, colorMode: true, inspectOptions: { colors: true } }),
              { code: 'ERR_INCOMPATIBLE_OPTION_PAIR' });
assert.throws(() => new Console({ stdout: process.stdout, groupIndentation: 1001 }), { code: 'ERR_OUT_OF_RANGE' });
assert.ok(Console(process.stdout) instanceof Console);
assert.ok(console instanceof Console);
assert.strictEqual({} instanceof Console, false);
assert.strictEqual(console.Console, Console);
assert.strictEqual(require('console'), console);
assert.strictEqual(`${console}`, '[object console]');

// Without a stream of its own, errors go where all goes.
let written = '';
const plain = new Console(new Writable({
  write(chunk, encoding, callback) {
    written += chunk;
    callback();
  },
}));
plain.error('e');
assert.strictEqual(written, 'e\n');

// A stream that fails does not end the process.
const failing = () => new Writable({ write: mustCall((chunk, encoding, callback) => callback(new Error('no'))) });
new Console(failing()).log('x');
// Unless that is wanted.
const loud = failing();
loud.once('error', mustCall((error) => assert.strictEqual(error.message, 'no')));
new Console({ stdout: loud, ignoreErrors: false }).log('x');

// A recursion that is too deep ends all the same.
const deep = new Writable({ write() { deep.log(); } });
deep.log = () => new Console(new Writable({ write() { deep.log(); } })).log('x');
assert.throws(() => deep.log(), RangeError);
