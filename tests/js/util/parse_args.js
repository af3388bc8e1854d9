'use strict';

require('../common');
const assert = require('assert');
const { parseArgs } = require('util');

const options = {
  flag: { type: 'boolean', short: 'f' },
  name: { type: 'string', short: 'n', default: 'none' },
  list: { type: 'string', multiple: true },
};
const parse = (args, more) => parseArgs({ args, options, ...more });
const plain = ({ values, positionals }) => [{ ...values }, positionals];

assert.deepStrictEqual(plain(parse(['-f', '--name=x', '--list', 'a', '--list=b'])),
                       [{ flag: true, name: 'x', list: ['a', 'b'] }, []]);
assert.deepStrictEqual(plain(parse(['-fnx'])), [{ flag: true, name: 'x' }, []]);
assert.deepStrictEqual(plain(parse(['a', '--', '-f'], { allowPositionals: true })), [{ name: 'none' }, ['a', '-f']]);
assert.deepStrictEqual(plain(parse(['--no-flag'], { allowNegative: true })), [{ flag: false, name: 'none' }, []]);
assert.deepStrictEqual(plain(parse(['--other=1', 'x'], { strict: false })), [{ other: '1', name: 'none' }, ['x']]);
assert.strictEqual(Object.getPrototypeOf(parse([]).values), null);
assert.deepStrictEqual(parse(['-f', '-n', 'x'], { tokens: true }).tokens, [
  { kind: 'option', name: 'flag', rawName: '-f', index: 0, value: undefined, inlineValue: undefined },
  { kind: 'option', name: 'name', rawName: '-n', index: 1, value: 'x', inlineValue: false },
]);

assert.throws(() => parse(['--other']), { code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION', message: "Unknown option '--other'" });
assert.throws(() => parse(['x']), { code: 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL' });
assert.throws(() => parse(['--name']), { message: "Option '-n, --name <value>' argument missing" });
assert.throws(() => parse(['--name', '-f']), { message: /argument is ambiguous/ });
assert.throws(() => parse(['--flag=1']), { message: "Option '-f, --flag' does not take an argument" });
assert.throws(() => parse([], { options: { a: { type: 'number' } } }), { code: 'ERR_INVALID_ARG_TYPE' });
