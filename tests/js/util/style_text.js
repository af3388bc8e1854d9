'use strict';

require('../common');
const assert = require('assert');
const { stripVTControlCharacters, styleText } = require('util');

const style = (format, text) => styleText(format, text, { validateStream: false });
assert.strictEqual(style('red', 'x'), '\u001b[31mx\u001b[39m');
assert.strictEqual(style(['bold', 'red'], 'x'), '\u001b[1m\u001b[31mx\u001b[39m\u001b[22m');
assert.strictEqual(style('red', `a${style('blue', 'b')}c`), '\u001b[31ma\u001b[34mb\u001b[31mc\u001b[39m');
assert.strictEqual(style('#ff8800', 'x'), '\u001b[38;2;255;136;0mx\u001b[39m');
assert.strictEqual(style('#f80', 'x'), style('#ff8800', 'x'));
assert.strictEqual(style('none', 'x'), 'x');
assert.strictEqual(stripVTControlCharacters(style(['bold', 'bgRed'], 'x')), 'x');
assert.strictEqual(stripVTControlCharacters('\u001b]8;;http://a\u0007link\u001b]8;;\u0007'), 'link');
assert.throws(() => style('nothing', 'x'), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => style('red', 1), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => styleText('red', 'x', { stream: {} }), { code: 'ERR_INVALID_ARG_TYPE' });
