'use strict';

require('../common');
const assert = require('assert');
const { inspect } = require('util');

const colored = (value) => inspect(value, { colors: true });
assert.strictEqual(colored(1), '\u001b[33m1\u001b[39m');
assert.strictEqual(colored({ a: 'b', c: null }), "{ a: \u001b[32m'b'\u001b[39m, c: \u001b[1mnull\u001b[22m }");
assert.strictEqual(colored(() => {}), '\u001b[36m[Function (anonymous)]\u001b[39m');
assert.strictEqual(colored(/a(b)\d+/g).replace(/\u001b\[\d+m/g, ''), '/a(b)\\d+/g');
assert.notStrictEqual(colored(/a(b)/).match(/\u001b\[3\dm/g).length, 1);

inspect.styles.number = 'red';
assert.strictEqual(colored(1), '\u001b[31m1\u001b[39m');
assert.deepStrictEqual(inspect.colors.grey, inspect.colors.gray);

// Built-in frames are dimmed, names of packages underlined.
const error = new Error('m');
error.stack = 'Error: m\n    at f (node:fs:1:1)\n    at g (/x/node_modules/@a/b/index.js:1:1)';
assert.match(colored(error), /\u001b\[90m {4}at f \(node:fs:1:1\)\u001b\[39m/);
assert.match(colored(error), /node_modules\/\u001b\[4m@a\/b\u001b\[24m\/index\.js/);
