'use strict';

// The dot commands of a session.

const {
  ArrayPrototypeJoin,
  ArrayPrototypeSort,
  MathMax,
  Number,
  ObjectGetOwnPropertyDescriptor,
  ObjectGetPrototypeOf,
  ObjectKeys,
  StringPrototypePadEnd,
} = primordials;
const { isProxy } = require('internal/util/types');

function help(session, _, frontEnd) {
  // A server has commands of its own.
  const known = frontEnd.commands ?? commands;
  const names = ArrayPrototypeSort(ObjectKeys(known));
  let width = 0;
  for (let i = 0; i < names.length; i++) width = MathMax(width, names[i].length);
  let text = '';
  for (let i = 0; i < names.length; i++) {
    text += `.${StringPrototypePadEnd(names[i], width)}   ${known[names[i]].help ?? ''}\n`;
  }
  session.print(`${text}\nPress Ctrl+C to abort current expression, Ctrl+D to exit the REPL\n`);
}

async function load(session, file) {
  if (file === '') {
    session.print('The "file" argument must be specified\n');
    return;
  }
  let text;
  try {
    text = require('fs').readFileSync(file, 'utf8');
  } catch (error) {
    session.print(error.code === 'EISDIR' ? `Failed to load: ${file} is not a valid file\n` : `Failed to load: ${file}\n`);
    return;
  }
  await session.evaluate(text);
}

function save(session, file) {
  if (file === '') {
    session.print('The "file" argument must be specified\n');
    return;
  }
  try {
    require('fs').writeFileSync(file, ArrayPrototypeJoin([...session.entered, ''], '\n'));
    session.print(`Session saved to: ${file}\n`);
  } catch {
    session.print(`Failed to save: ${file}\n`);
  }
}

async function time(session, expression) {
  const start = process.hrtime.bigint();
  await session.show(() => session.evaluator.evaluate(expression));
  session.print(`${Number(process.hrtime.bigint() - start) / 1e6} ms\n`);
}

function type(session, expression) {
  const peeked = session.evaluator.peek(expression);
  if (peeked === undefined) {
    session.print('The type cannot be told without side effects\n');
    return;
  }
  session.print(`${describe(peeked.value)}\n`);
}

function describe(value) {
  if (value === null) return 'null';
  if (typeof value !== 'object' && typeof value !== 'function') return typeof value;
  return `${typeof value} ${className(value)}`;
}

// The class that made an object, found without calling anything.
function className(value) {
  for (let at = value; at !== null && !isProxy(at); at = ObjectGetPrototypeOf(at)) {
    const constructor = ObjectGetOwnPropertyDescriptor(at, 'constructor')?.value;
    if (typeof constructor === 'function' && constructor.name !== '') return constructor.name;
  }
  return isProxy(value) ? 'Proxy' : 'without a class';
}

/** A command that shows something of the loop. */
function shown(describe) {
  return async (session, argument) => session.print(await describe(require('internal/repl/loop'), argument));
}

const leave = (session) => session.interrupt();

/** @type {Record<string, { help: string, action: (session: Session, argument: string, frontEnd: FrontEnd) => void }>} */
const commands = {
  __proto__: null,
  break: { help: 'Sometimes you get stuck, this gets you out', action: leave },
  clear: { help: 'Alias for .break', action: leave },
  editor: { help: 'Enter editor mode', action: (session, text, frontEnd) => frontEnd.openEditor(text) },
  exit: { help: 'Exit the REPL', action: (session, _, frontEnd) => frontEnd.close() },
  help: { help: 'Print this help message', action: help },
  load: { help: 'Load JS from a file into the REPL session', action: load },
  loop: { help: 'Show the turn, the time in each phase and what keeps the loop alive', action: shown((loop) => loop.describeLoop()) },
  pause: { help: 'Hold the loop between two turns', action: shown((loop) => loop.pause()) },
  queues: { help: 'Show what waits: ticks, immediates, timers, pool jobs', action: shown((loop) => loop.describeQueues()) },
  resume: { help: 'Let the loop run again', action: shown((loop) => loop.resume()) },
  save: { help: 'Save all evaluated commands in this REPL session to a file', action: save },
  step: { help: 'Make one turn of the loop and say what ran', action: shown((loop) => loop.step()) },
  time: { help: 'Evaluate an expression and say how long it took', action: time },
  trace: { help: 'Print a line for each callback: .trace on, .trace off', action: shown((loop, word) => loop.trace(word)) },
  type: { help: 'Say what kind of value an expression has, without evaluating side effects', action: type },
};

module.exports = { commands };
