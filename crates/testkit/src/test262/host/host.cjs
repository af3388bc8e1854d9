'use strict';

// Runs one test262 test in this process. The only argument is a JSON object:
// { file, mode, harness: [paths], isAsync }. Results go to standard output, a line each, after the
// mark below, so that what a test itself prints cannot be taken for one.

const fs = require('fs');
const vm = require('vm');

const MARK = 'phasor-test262 ';
const job = JSON.parse(process.argv[2]);

function report(kind, detail) {
  fs.writeSync(1, `${MARK}${JSON.stringify({ kind, ...detail })}\n`);
}

function describe(error) {
  let name = '';
  let message = '';
  try {
    // The constructor's name, not `error.name`: that is what test262 compares.
    name = error.constructor.name;
    message = String(error.message);
  } catch {
    name = typeof error;
    message = String(error);
  }
  return { name, message };
}

const gc = globalThis.gc ?? (() => { throw new Error('run with --expose-gc'); });

// Captured before a test can replace it; Node 20 does not have it.
const { transfer } = ArrayBuffer.prototype;

function detachArrayBuffer(buffer) {
  if (transfer === undefined) structuredClone(buffer, { transfer: [buffer] });
  else Reflect.apply(transfer, buffer, []);
}

// Node takes the specifiers of a script's import() relative to the script's file name.
const importModuleDynamically = vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER;

/** What the standard calls evaluating a Script in a realm; `context` undefined is this realm. */
function evaluate(source, context, filename = job.file) {
  const script = new vm.Script(source, { filename, importModuleDynamically });
  return context === undefined ? script.runInThisContext() : script.runInContext(context);
}

let sharedAgents;
function agents() {
  // Loaded at first use: most tests need no threads.
  sharedAgents ??= require('./agent.cjs').createAgents();
  return sharedAgents;
}

function createHost(global, context) {
  return {
    global,
    gc,
    detachArrayBuffer,
    evalScript: (source) => evaluate(source, context),
    createRealm() {
      const other = vm.createContext();
      const otherGlobal = vm.runInContext('globalThis', other);
      const host = createHost(otherGlobal, other);
      otherGlobal.$262 = host;
      return host;
    },
    get agent() {
      return agents();
    },
  };
}

let keepAlive;
function print(message) {
  const text = String(message);
  report('print', { text });
  if (text.startsWith('Test262:Async')) clearInterval(keepAlive);
}

function define(name, value) {
  Object.defineProperty(globalThis, name, {
    value, writable: true, enumerable: false, configurable: true,
  });
}
define('$262', createHost(globalThis));
define('print', print);

// A rejection that nobody handles is no failure by itself: tests make them on purpose.
process.on('unhandledRejection', () => {});
process.on('uncaughtException', (error) => {
  report('uncaught', describe(error));
  process.exit(1);
});

function runScript() {
  let source = fs.readFileSync(job.file, 'utf8');
  if (job.mode === 'strict') source = `"use strict";\n${source}`;
  let phase = 'parse';
  try {
    const script = new vm.Script(source, { filename: job.file, importModuleDynamically });
    phase = 'runtime';
    script.runInThisContext();
    report('done', {});
  } catch (error) {
    report('error', { phase, ...describe(error) });
    process.exit(0);
  }
}

function runModule() {
  const specifier = encodeURI(job.file).replace(/[?#]/g, encodeURIComponent);
  import(specifier).then(
    () => report('done', {}),
    (error) => {
      report('error', { phase: 'module', ...describe(error) });
      process.exit(0);
    },
  );
}

for (const file of job.harness) evaluate(fs.readFileSync(file, 'utf8'), undefined, file);
// What an asynchronous test waits for, say Atomics.waitAsync, need not keep the process alive.
if (job.isAsync) keepAlive = setInterval(() => {}, 1000);
if (job.mode === 'module') runModule();
else runScript();
