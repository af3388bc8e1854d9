'use strict';

// -c: compiles the script and does not run it.

const { resolve } = require('path');
const { getOptionValue } = require('internal/options');
const { loadPreloadModules, setupModules } = require('internal/modules/setup');

setupModules();
const script = process.argv[1];
const fromStdin = script === undefined || script === '-';
if (!fromStdin) process.argv[1] = resolve(script);
loadPreloadModules();

if (getOptionValue('--import')?.length > 0) {
  require('internal/modules/run_main').runEntryPointWithESMLoader(read);
} else {
  read();
}

function read() {
  if (fromStdin) {
    require('internal/modules/evaluate').readStdin((source) => check(source, '[stdin]'));
    return;
  }
  const { Module } = require('internal/modules/cjs/loader');
  const filename = Module._resolveFilename(process.argv[1]);
  check(require('fs').readFileSync(filename, 'utf8'), filename);
}

function formatOf(source, filename) {
  if (fromStdin) return getOptionValue('--input-type') === 'module' ? 'module' : 'commonjs';
  const { pathToFileURL } = require('internal/url');
  const format = require('internal/modules/esm/load').formatOfURL(pathToFileURL(filename).href);
  if (format != null) return format;
  const { containsModuleSyntax } = internalBinding('contextify');
  return containsModuleSyntax(source, filename, false) ? 'module' : 'commonjs';
}

function check(source, filename) {
  const format = formatOf(source, filename);
  if (format === 'module') {
    const { compileSourceTextModule } = require('internal/modules/esm/source_text');
    compileSourceTextModule(filename, source);
  } else {
    require('internal/modules/cjs/compile').wrapSafe(filename, source, undefined, 'commonjs');
  }
}
