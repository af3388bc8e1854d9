'use strict';

// Runs source text that has no file: `-e`, `-p` and standard input.

const { RegExpPrototypeExec, Symbol, globalThis } = primordials;
const path = require('path');
const { codes: { ERR_EVAL_ESM_CANNOT_PRINT } } = require('internal/errors');
const { getOptionValue } = require('internal/options');
const { pathToFileURL } = require('internal/url');
const { containsModuleSyntax } = internalBinding('contextify');
const { makeContextifyScript, runScriptInThisContext } = require('internal/vm');
const { Module } = require('internal/modules/cjs/loader');
const { runEntryPointWithESMLoader } = require('internal/modules/run_main');

let evaluated = 0;

function cwdOrFallback() {
  try {
    return process.cwd();
  } catch {
    // It was deleted.
    return path.dirname(process.execPath);
  }
}

function createModule(name) {
  const cwd = cwdOrFallback();
  const module = new Module(name);
  module.filename = path.join(cwd, name);
  module.paths = Module._nodeModulePaths(cwd);
  return module;
}

/** Runs `source` as an ES module. */
function evaluateModule(source, print) {
  if (print) throw new ERR_EVAL_ESM_CANNOT_PRINT();
  RegExpPrototypeExec(/^/, ''); // Leaves no trace in RegExp.$1 and its like.
  const url = `${pathToFileURL(process.cwd())}/[eval${++evaluated}]`;
  return runEntryPointWithESMLoader((loader) => loader.eval(source, url, true));
}

function compile(name, source, baseURL) {
  return makeContextifyScript(
    source, name, 0, 0, undefined, false, undefined, Symbol(name), (specifier, referrer, attributes, phase) => {
      const { getOrInitializeCascadedLoader } = require('internal/modules/esm/loader');
      return getOrInitializeCascadedLoader().import(specifier, baseURL, attributes, phase);
    });
}

// `require` and its companions become globals. The text below runs as a module, so that they are what a
// module would have.
const WRAPPER = `
  globalThis.module = module;
  globalThis.exports = exports;
  globalThis.__dirname = __dirname;
  globalThis.require = require;
  return (main) => main();
`;

function printAtTheEnd(result) {
  const { log } = require('internal/console/global');
  const print = () => log(result);
  process.on('exit', print);
  process.once('beforeExit', () => {
    print();
    process.off('exit', print);
  });
}

function runScript(name, source, print) {
  const module = createModule(name);
  const { href } = pathToFileURL(module.filename);
  globalThis.__filename = name;
  RegExpPrototypeExec(/^/, ''); // Leaves no trace in RegExp.$1 and its like.
  const script = compile(name, source, href);
  const result = module._compile(WRAPPER, `${name}-wrapper`)(() => runScriptInThisContext(script, true, false));
  if (print) printAtTheEnd(result);
}

/**
 * Runs `source` by the command line's options.
 * @param {string} name as stack traces show it: `[eval]` or `[stdin]`
 * @param {string} source
 */
function evaluate(name, source) {
  const print = getOptionValue('--print') === true;
  const type = getOptionValue('--input-type') ?? '';
  if (type === 'module') return evaluateModule(source, print);
  if (type === '' || type === 'commonjs') {
    if (type === '' && getOptionValue('--experimental-detect-module') !== false &&
        containsModuleSyntax(source, name, true)) {
      return evaluateModule(source, print);
    }
    return runMaybeAfterImports(name, source, print);
  }
  const { stripTypeScriptModuleTypes } = require('internal/modules/typescript');
  const stripped = stripTypeScriptModuleTypes(source, name);
  return type === 'module-typescript' ? evaluateModule(stripped, print) : runMaybeAfterImports(name, stripped, print);
}

function runMaybeAfterImports(name, source, print) {
  if (getOptionValue('--import')?.length > 0) {
    return runEntryPointWithESMLoader(() => runScript(name, source, print));
  }
  return runScript(name, source, print);
}

/** All of standard input, given to `callback` as text. */
function readStdin(callback) {
  const { stdin } = process;
  stdin.setEncoding('utf8');
  let text = '';
  stdin.on('data', (chunk) => {
    text += chunk;
  });
  stdin.on('end', () => callback(text));
}

module.exports = { evaluate, readStdin };
