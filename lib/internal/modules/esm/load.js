'use strict';

// Where the text of an ES module comes from, and what format it has.

const { RegExpPrototypeExec, SafeSet, StringPrototypeIncludes, StringPrototypeStartsWith } = primordials;
const fs = require('fs'); // The whole of it: programs replace readFileSync.
const {
  codes: { ERR_UNKNOWN_MODULE_FORMAT, ERR_UNSUPPORTED_ESM_URL_SCHEME },
} = require('internal/errors');
const { URL, fileURLToPath } = require('internal/url');
const { containsModuleSyntax } = internalBinding('contextify');
const { formatOf } = internalBinding('modules');
const { validateAttributes } = require('internal/modules/esm/attributes');
const { getPackageScope } = require('internal/modules/package_scope');
const { textOf } = require('internal/modules/text');

const dataType = /^data:([^/]+\/[^;,]+)(?:;[^,]*)?,/;
const javascriptType = /^\s*(?:text|application)\/javascript\s*(?:;\s*charset=utf-?8\s*)?$/i;

const warnedPackages = new SafeSet();

/** Tells once per package that its files were read twice because it has no `type`. */
function warnTypeless(url, packagePath) {
  if (StringPrototypeIncludes(url, '/node_modules/') || warnedPackages.has(packagePath)) return;
  warnedPackages.add(packagePath);
  process.emitWarning(
    `Module type of ${url} is not specified and it doesn't parse as CommonJS.\n` +
    'Reparsing as ES module because module syntax was detected. This incurs a performance overhead.\n' +
    `To eliminate this warning, add "type": "module" to ${packagePath}.`,
    { code: 'MODULE_TYPELESS_PACKAGE_JSON' });
}

function formatOfData(url) {
  const mime = RegExpPrototypeExec(dataType, url)?.[1];
  if (mime === undefined) return null;
  if (RegExpPrototypeExec(javascriptType, mime) !== null) return 'module';
  if (mime === 'application/json') return 'json';
  if (mime === 'application/wasm') return 'wasm';
  return null;
}

/** The format of a file whose name does not tell, by its text. */
function formatOfText(url, path, source) {
  const { getOptionValue } = require('internal/options');
  const isTypeScript = StringPrototypeStartsWith(require('path').extname(path), '.ts');
  let text = textOf(source);
  if (isTypeScript) text = require('internal/modules/typescript').stripTypeScriptModuleTypes(text, path);
  const isModule = getOptionValue('--experimental-detect-module') !== false &&
    containsModuleSyntax(text, path, false);
  if (isModule) {
    const scope = getPackageScope(path);
    if (scope !== null) warnTypeless(url, scope.path);
  }
  return `${isModule ? 'module' : 'commonjs'}${isTypeScript ? '-typescript' : ''}`;
}

/**
 * The format of `url`, as far as it can be told without a text.
 * @param {string} url
 * @returns {string | null | undefined} undefined if the text will tell, null if nothing does
 */
function formatOfURL(url) {
  if (StringPrototypeStartsWith(url, 'file:')) return formatOf(fileURLToPath(url));
  if (StringPrototypeStartsWith(url, 'data:')) return formatOfData(url);
  return StringPrototypeStartsWith(url, 'node:') ? 'builtin' : null;
}

/** What is at `url`: bytes, or text if `encoding` is given and it is a file. */
function readURL(url, encoding) {
  if (StringPrototypeStartsWith(url, 'file:')) return fs.readFileSync(fileURLToPath(url), encoding);
  if (StringPrototypeStartsWith(url, 'data:')) return require('internal/modules/esm/data_url').bytesOfDataURL(url);
  throw unsupportedScheme(url, ['file', 'data']);
}

function unsupportedScheme(url, schemes) {
  return new ERR_UNSUPPORTED_ESM_URL_SCHEME(new URL(url), schemes);
}

const scheme = /^[a-zA-Z][a-zA-Z0-9+.-]*:/;

function checkScheme(url) {
  switch (RegExpPrototypeExec(scheme, url)?.[0]) {
    case 'file:':
    case 'data:':
    case 'node:':
    case 'http:':
    case 'https:':
      return;
    default:
      throw unsupportedScheme(url, ['file', 'data', 'node']);
  }
}

/**
 * The default load step.
 * @param {string} url
 * @param {{ format?: string, importAttributes?: object, source?: any }} context
 * @param {boolean} [asText] whether the source may be text already
 * @returns {{ format: string, source: any, responseURL: string }}
 */
function defaultLoad(url, context, asText = false) {
  checkScheme(url);
  let { format, source } = context;
  if (StringPrototypeStartsWith(url, 'node:')) {
    format ??= 'builtin';
    source = null;
  } else if (format === 'addon') {
    source = null;
  } else {
    source ??= readURL(url, asText && format !== 'wasm' ? 'utf8' : undefined);
    if (format == null) {
      format = formatOfURL(url);
      if (format === undefined) format = formatOfText(url, fileURLToPath(url), source);
    }
  }
  validateAttributes(url, format, context.importAttributes);
  return { __proto__: null, format, responseURL: url, source };
}

/** Throws for a format that nobody can load. */
function throwUnknownFormat(url, format) {
  throw new ERR_UNKNOWN_MODULE_FORMAT(RegExpPrototypeExec(dataType, url)?.[1] ?? format, url);
}

module.exports = { defaultLoad, formatOfURL, readURL, throwUnknownFormat };
