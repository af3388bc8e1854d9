// Writes the cases that are products of "in which callback" and "what is scheduled there": the areas
// nesting, close (files *-schedules-all, siblings-*, all-*), errors (files throw-*) and async-context
// (files store-*). What it writes is committed;
// `node generate.mjs --check` says whether the files are up to date.

import fs from 'node:fs';
import path from 'node:path';

const root = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const files = new Map();

/** How each kind of callback is scheduled; `@` stands for the function. */
const schedule = {
  tick: 'process.nextTick(@);',
  microtask: 'Promise.resolve().then(@);',
  timer: 'setTimeout(@, 1);',
  immediate: 'setImmediate(@);',
  io: "fs.stat('.', @);",
  close: 'closePort(@);',
};
const kinds = Object.keys(schedule);
// Pool work ends at its own time: only a callback that nothing else competes with has an order.
const ordered = kinds.filter((kind) => kind !== 'io');
// A runtime may lack the closing phase and still nest the other kinds rightly, so these cases come
// twice: without closing callbacks in the area nesting, with them in the area close.
const areas = [
  { area: 'nesting', contexts: kinds.filter((kind) => kind !== 'close'), last: ordered.filter((kind) => kind !== 'close') },
  { area: 'close', contexts: kinds, last: ordered },
];

const helpers = {
  // Timers armed before it are due after it, whatever else the machine does.
  block: `function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}`,
  // Closing a message port runs its listener in the closing phase.
  closePort: `function closePort(callback) {
  const { port1 } = new MessageChannel();
  port1.on('close', callback);
  port1.close();
}`,
};

function emit(area, name, module, about, body, settings = []) {
  const source = body.join('\n');
  const lines = [`// ${sentence(about)}`, ...settings.map((setting) => `// @${setting}`)];
  if (!module) lines.push("'use strict';");
  lines.push('');
  if (source.includes('fs.')) lines.push(module ? "import fs from 'node:fs';" : "const fs = require('fs');");
  if (source.includes('AsyncLocalStorage')) {
    lines.push(module ? "import { AsyncLocalStorage } from 'node:async_hooks';"
      : "const { AsyncLocalStorage } = require('async_hooks');");
  }
  if (lines.at(-1) !== '') lines.push('');
  for (const helper of ['block', 'closePort']) {
    if (source.includes(`${helper}(`)) lines.push(helpers[helper], '');
  }
  files.set(`${area}/${name}.${module ? 'mjs' : 'js'}`, `${[...lines, ...body].join('\n')}\n`);
}

const log = (text) => `() => console.log('${text}')`;
const call = (kind, callback) => schedule[kind].replace('@', callback);
const indent = (lines) => lines.map((line) => (line === '' ? line : `  ${line}`));
/** Runs `lines` in a callback of `kind`; in the main script for `main`. */
const inside = (kind, lines) => (kind === 'main' ? lines
  : [call(kind, '() => {~').replace(/~.*$/, ''), ...indent(lines), closing(kind)]);
const closing = (kind) => call(kind, '@').replace(/^[^@]*@/, '}');
const article = (kind) => ({ io: 'an I/O', immediate: 'an immediate' }[kind] ?? `a ${kind}`);
const sentence = (text) => text[0].toUpperCase() + text.slice(1);

function chains(module, { area, contexts, last }) {
  for (const outer of contexts) {
    for (const inner of contexts) {
      if (area === 'close' && outer !== 'close' && inner !== 'close') continue;
      emit(area, `${outer}-then-${inner}-schedules-all`, module,
        `${article(inner)} callback, scheduled by ${article(outer)} callback, schedules one of each kind.`,
        inside(outer, [
          `console.log('${outer}');`,
          ...inside(inner, [
            `console.log('${inner}');`,
            ...last.map((kind) => call(kind, log(`last ${kind}`))),
            'block();',
          ]),
        ]));
    }
  }
}

function siblings(module, { area, contexts, last }) {
  for (const context of ['main', ...contexts]) {
    emit(area, `siblings-in-${context}`, module,
      `In ${context}, two callbacks of each kind; each leaves a tick and a microtask, which run before its sibling.`,
      [
        'function leave(name) {',
        '  return () => {',
        '    console.log(name);',
        "    Promise.resolve().then(() => console.log(name, 'microtask'));",
        "    process.nextTick(() => console.log(name, 'tick'));",
        '  };',
        '}',
        ...inside(context, [
          ...last.flatMap((kind) => [1, 2].map((n) => call(kind, `leave('${kind} ${n}')`))),
          'block();',
        ]),
      ]);
  }
}

function products(module, { area, contexts, last }) {
  for (const context of ['main', ...contexts]) {
    emit(area, `all-schedule-all-in-${context}`, module,
      `In ${context}, one callback of each kind, and each of them schedules one of each kind again.`,
      [
        'function all(name, callback) {',
        ...last.map((kind) => `  ${call(kind, `() => callback(\`\${name} ${kind}\`)`)}`),
        '  block();',
        '}',
        ...inside(context, [
          `all('${context}', (name) => {`,
          '  console.log(name);',
          '  all(name, (inner) => console.log(inner));',
          '});',
        ]),
      ]);
  }
}

/** What is queued around a throw, so that the output says what still runs after it. */
function around(kind) {
  const twice = kind === 'main' || kind === 'io' ? [] : [call(kind, log(`second ${kind}`))];
  return [
    ...twice,
    call('immediate', log('immediate')),
    call('timer', log('timer')),
    'block();',
  ];
}

function throwing(kind, body) {
  if (kind === 'main') return [...around(kind), ...body];
  // Only what is scheduled in the I/O callback itself has one order with what follows it.
  if (kind === 'io') return inside(kind, [...around(kind), ...body]);
  return [...inside(kind, body), ...around(kind)];
}

// In Node the ticks that the thrower left wait for the next callback, whichever that is.
const afterThrowInIo = [
  'before: thrown in io uncaughtException < tick of the thrower',
  'before: thrown in io uncaughtException < immediate < timer < exit 0',
  'before: tick of the thrower < tick of the handler < microtask of the thrower < exit 0',
];

function throws(module) {
  const last = "process.on('exit', (code) => console.log('exit', code));";
  const handler = [
    "process.on('uncaughtException', (error, origin) => {",
    '  console.log(error.message, origin);',
    "  process.nextTick(() => console.log('tick of the handler'));",
    '});',
  ];
  for (const kind of ['main', ...kinds]) {
    const body = [
      "process.nextTick(() => console.log('tick of the thrower'));",
      "Promise.resolve().then(() => console.log('microtask of the thrower'));",
      `throw new Error('thrown in ${kind}');`,
    ];
    const thrower = throwing(kind, body);
    emit('errors', `throw-in-${kind}-unhandled`, module,
      `A throw in ${kind} that nobody handles ends the process; only exit listeners still run.`,
      [last, ...thrower], ['stderr: last-line']);
    emit('errors', `throw-in-${kind}-handled`, module,
      `A throw in ${kind} goes to uncaughtException, and everything that was queued still runs.`,
      [last, ...handler, ...thrower], kind === 'io' ? afterThrowInIo : []);
  }
}

function stores(module) {
  for (const outer of kinds) {
    for (const inner of kinds) {
      emit('async-context', `store-kept-by-${outer}-then-${inner}`, module,
        `AsyncLocalStorage: the store of run() is seen in ${article(outer)} callback and in ${article(inner)} callback inside it.`,
        [
          'const storage = new AsyncLocalStorage();',
          "storage.run('first', () => {",
          ...indent(inside(outer, [
            `console.log('${outer}', storage.getStore());`,
            ...inside(inner, [`console.log('${inner}', storage.getStore());`]),
            "storage.run('second', () => {",
            `  ${call(inner === 'io' ? 'tick' : inner, `() => console.log('inner', storage.getStore())`)}`,
            '});',
            "console.log('after', storage.getStore());",
          ])),
          '});',
          "console.log('outside', storage.getStore());",
        ], inner === 'io' ? ['before: outside < io first', 'before: outside < inner second'] : []);
    }
    emit('async-context', `store-entered-in-${outer}-ends-with-it`, module,
      `AsyncLocalStorage: enterWith() in ${article(outer)} callback does not reach the next callback.`,
      [
        'const storage = new AsyncLocalStorage();',
        ...inside(outer, ["storage.enterWith('entered');", `console.log('${outer}', storage.getStore());`,
          ...inside('immediate', ["console.log('scheduled inside', storage.getStore());"])]),
        "process.on('exit', () => console.log('exit', storage.getStore()));",
        ...(outer === 'immediate' ? [] : ["setImmediate(() => setTimeout(() => console.log('beside', storage.getStore()), 50));"]),
      ], outer === 'immediate' ? [] : ['before: ' + outer + ' entered < scheduled inside entered']);
  }
}

for (const module of [false, true]) {
  for (const area of areas) {
    chains(module, area);
    siblings(module, area);
    products(module, area);
  }
  throws(module);
}
stores(false);

let stale = 0;
for (const [name, source] of files) {
  const file = path.join(root, name);
  const present = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  if (present === source) continue;
  stale += 1;
  if (process.argv.includes('--check')) {
    console.error(`${name} is not what generate.mjs writes`);
  } else {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, source);
  }
}
if (process.argv.includes('--check')) process.exitCode = stale === 0 ? 0 : 1;
else console.log(`${files.size} cases, ${stale} written`);
