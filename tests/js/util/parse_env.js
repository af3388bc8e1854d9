'use strict';

require('../common');
const assert = require('assert');
const { parseEnv } = require('util');

const text = [
  '# comment', 'B = two words # note', 'A=1', "S='single # kept'", 'D="a\\nb"', 'T=`x', 'y` ignored', 'export  E=e',
  'EMPTY=', 'no equals sign', '=nameless', 'OPEN="never closed', 'C=\\n', 'A=2',
].join('\r\n');
assert.deepStrictEqual({ ...parseEnv(text) }, {
  A: '2', B: 'two words', C: '\\n', D: 'a\nb', E: 'e', EMPTY: '', OPEN: '"never closed', S: 'single # kept', T: 'x\ny',
});
assert.deepStrictEqual(Object.keys(parseEnv('b=1\na=2')), ['a', 'b']);
assert.strictEqual(Object.getPrototypeOf(parseEnv('')), null);
assert.strictEqual(parseEnv('__proto__=x').__proto__, 'x');
assert.throws(() => parseEnv(1), { code: 'ERR_INVALID_ARG_TYPE' });

// A name may be empty where its value is; `export` is kept there, too.
assert.deepStrictEqual({ ...parseEnv('=\nexport A=\n=x\nB=1') }, { '': '', 'export A': '', 'B': '1' });
