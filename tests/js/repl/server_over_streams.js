'use strict';
// A server over a pair of streams: context, commands, several lines, own eval and writer.
const { mustCall } = require('../common');
const assert = require('assert');
const repl = require('repl');
const { PassThrough } = require('stream');

function run(options, text, expected) {
  const input = new PassThrough();
  const output = new PassThrough();
  let out = '';
  output.on('data', (data) => { out += data; });
  const server = repl.start({ input, output, ...options });
  server.on('exit', mustCall(() => setImmediate(mustCall(() => assert.strictEqual(out, expected)))));
  return { server, end: () => input.end(text) };
}

const first = run({ prompt: 'p> ' }, 'foo + 1\n.hi bob\nvar z = 1\nz\n[1, 2].map((x) => {\nreturn x * 2 })\n_\n.nope\n',
  'p> 42\np> hi bob\np> undefined\np> 1\np> | [ 2, 4 ]\np> [ 2, 4 ]\np> Invalid REPL keyword\np> ');
first.server.context.foo = 41;
first.server.defineCommand('hi', {
  help: 'says hi',
  action(name) {
    this.output.write(`hi ${name}\n`);
    this.displayPrompt();
  },
});
first.end();

run({ eval: (code, context, file, callback) => callback(null, `${code.trim()}!`), writer: (value) => `<${value}>` },
  'abc\n', '> <abc!>\n> ').end();

run({ ignoreUndefined: true }, 'undefined\n{ a: 1 }\nlet x = 5\nlet x = 6\nx\nawait Promise.resolve(x + 1)\n',
  '> > { a: 1 }\n> > > 6\n> 7\n> ').end();
