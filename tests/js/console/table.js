'use strict';

require('../common');
const assert = require('assert');
const { Console } = require('console');
const { Writable } = require('stream');

let written = '';
const { table } = new Console(new Writable({
  write(chunk, encoding, callback) {
    written += chunk;
    callback();
  },
}));
function check(args, lines) {
  written = '';
  table(...args);
  assert.strictEqual(written, lines.join('\n') + '\n');
}

check([[{ a: 1, b: 'x' }, { a: 2, c: [1, { d: 1 }] }]], [
  '┌─────────┬───┬─────┬─────────────────┐',
  '│ (index) │ a │ b   │ c               │',
  '├─────────┼───┼─────┼─────────────────┤',
  "│ 0       │ 1 │ 'x' │                 │",
  '│ 1       │ 2 │     │ [ 1, [Object] ] │',
  '└─────────┴───┴─────┴─────────────────┘',
]);
check([new Map([['k', 1]])], [
  '┌───────────────────┬─────┬────────┐',
  '│ (iteration index) │ Key │ Values │',
  '├───────────────────┼─────┼────────┤',
  "│ 0                 │ 'k' │ 1      │",
  '└───────────────────┴─────┴────────┘',
]);
check([new Set(['日本']).values()], [
  '┌───────────────────┬────────┐',
  '│ (iteration index) │ Values │',
  '├───────────────────┼────────┤',
  "│ 0                 │ '日本' │",
  '└───────────────────┴────────┘',
]);
check([{ row: { a: 1, b: 2 }, other: 5 }, ['b']], [
  '┌─────────┬───┐',
  '│ (index) │ b │',
  '├─────────┼───┤',
  '│ row     │ 2 │',
  '│ other   │   │',
  '└─────────┴───┘',
]);
check([5], ['5']);
check([[]], ['┌─────────┐', '│ (index) │', '├─────────┤', '└─────────┘']);
assert.throws(() => table([], 'a'), { code: 'ERR_INVALID_ARG_TYPE' });
