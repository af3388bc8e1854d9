'use strict';

const { expectWarning } = require('../common');
const assert = require('assert');
const { Console } = require('console');
const { Writable } = require('stream');

function makeConsole(options) {
  const written = { out: '', error: '' };
  const stream = (key) => new Writable({
    write(chunk, encoding, callback) {
      written[key] += chunk;
      callback();
    },
  });
  const console = new Console({ stdout: stream('out'), stderr: stream('error'), ...options });
  return { console, take: (key = 'out') => {
    const text = written[key];
    written[key] = '';
    return text;
  } };
}

const { console: own, take } = makeConsole();
own.log('a', 1, { b: 2 });
own.info('%s=%d', 'x', 1, 'more');
own.debug();
assert.strictEqual(take(), 'a 1 { b: 2 }\nx=1 more\n\n');
own.error('e');
own.warn(new Map([[1, 2]]));
assert.strictEqual(take('error'), 'e\nMap(1) { 1 => 2 }\n');
own.dir({ a: { b: { c: {} } } }, { depth: 0 });
assert.strictEqual(take(), '{ a: [Object] }\n');

own.group('title');
own.log('line 1\nline 2');
own.group();
own.log('deeper');
own.groupEnd();
own.groupEnd();
own.groupEnd();
own.log('out');
assert.strictEqual(take(), 'title\n  line 1\n  line 2\n    deeper\nout\n');

expectWarning('Warning', ["Count for 'nothing' does not exist", "Label 'x' already exists for console.time()",
                          "No such label 'nothing' for console.timeEnd()"]);
own.count();
own.count();
own.count('x');
own.countReset();
own.count();
own.countReset('nothing');
assert.strictEqual(take(), 'default: 1\ndefault: 2\nx: 1\ndefault: 1\n');

own.assert(true, 'never');
own.assert(false);
own.assert(0, '%s!', 'why');
own.assert(null, { a: 1 });
assert.strictEqual(take('error'), 'Assertion failed\nAssertion failed: why!\nAssertion failed { a: 1 }\n');

own.trace('here %d', 1);
assert.match(take('error'), new RegExp(`^Trace: here 1\\n {4}at .*${__filename.replaceAll('.', '\\.')}`));

own.time('x');
own.time('x');
own.timeLog('x', 'data', 1);
own.timeEnd('x');
own.timeEnd('nothing');
assert.match(take(), /^x: [\d.]+m?s data 1\nx: [\d.]+m?s\n$/);

// Methods keep their console.
const { log } = own;
log('bound');
assert.strictEqual(take(), 'bound\n');

const wide = makeConsole({ groupIndentation: 4, inspectOptions: { compact: false } });
wide.console.group();
wide.console.log({ a: 1 });
assert.strictEqual(wide.take(), '    {\n      a: 1\n    }\n');

const coloured = makeConsole({ colorMode: true });
coloured.console.log(1, 'x');
assert.strictEqual(coloured.take(), '\u001b[33m1\u001b[39m x\n');
