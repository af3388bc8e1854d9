'use strict';

// File URLs and paths.

const {
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeCharCodeAt,
  StringPrototypeCodePointAt,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
  decodeURIComponent,
} = primordials;
const { domainToUnicode } = internalBinding('url');
const {
  codes: {
    ERR_INVALID_ARG_TYPE,
    ERR_INVALID_ARG_VALUE,
    ERR_INVALID_FILE_URL_HOST,
    ERR_INVALID_FILE_URL_PATH,
    ERR_INVALID_URL_SCHEME,
  },
} = require('internal/errors');
const { URL, isURL } = require('internal/url/url');
const { validateString } = require('internal/validators');
const path = require('path');

const encodedSlash = /%2f/i;

function checkFileURL(url) {
  if (typeof url === 'string') url = new URL(url);
  else if (!isURL(url)) throw new ERR_INVALID_ARG_TYPE('path', ['string', 'URL'], url);
  if (url.protocol !== 'file:') throw new ERR_INVALID_URL_SCHEME('file');
  return url;
}

function windowsPath(url) {
  if (RegExpPrototypeExec(/%2f|%5c/i, url.pathname) !== null) {
    throw new ERR_INVALID_FILE_URL_PATH('must not include encoded \\ or / characters', url);
  }
  const pathname = decodeURIComponent(RegExpPrototypeSymbolReplace(/\//g, url.pathname, '\\'));
  if (url.hostname !== '') return `\\\\${domainToUnicode(url.hostname)}${pathname}`;
  const letter = StringPrototypeCodePointAt(pathname, 1) | 0x20;
  if (letter < 97 || letter > 122 || pathname[2] !== ':') throw new ERR_INVALID_FILE_URL_PATH('must be absolute', url);
  return StringPrototypeSlice(pathname, 1);
}

/**
 * The path that a file URL names.
 * @param {string | URL} url
 * @param {{ windows?: boolean }} [options]
 */
function fileURLToPath(url, options = undefined) {
  url = checkFileURL(url);
  if (options?.windows) return windowsPath(url);
  if (url.hostname !== '') throw new ERR_INVALID_FILE_URL_HOST(process.platform);
  if (RegExpPrototypeExec(encodedSlash, url.pathname) !== null) {
    throw new ERR_INVALID_FILE_URL_PATH('must not include encoded / characters', url);
  }
  return decodeURIComponent(url.pathname);
}

/** As fileURLToPath, for paths that are not UTF-8. */
function fileURLToPathBuffer(url, options = undefined) {
  const { Buffer } = require('buffer');
  const { percentDecode } = require('internal/url/percent');
  url = checkFileURL(url);
  if (options?.windows) return Buffer.from(windowsPath(url));
  if (url.hostname !== '') throw new ERR_INVALID_FILE_URL_HOST(process.platform);
  if (RegExpPrototypeExec(encodedSlash, url.pathname) !== null) {
    throw new ERR_INVALID_FILE_URL_PATH('must not include encoded / characters', url);
  }
  return percentDecode(url.pathname);
}

const pathEscapes = {
  '__proto__': null, '%': '%25', '\\': '%5C', '\n': '%0A', '\r': '%0D', '\t': '%09', '?': '%3F', '#': '%23',
  '[': '%5B', ']': '%5D', '^': '%5E', '|': '%7C', '~': '%7E',
};

/**
 * The file URL of a path.
 * @param {string} filepath
 * @param {{ windows?: boolean }} [options]
 */
function pathToFileURL(filepath, options = undefined) {
  validateString(filepath, 'path');
  const windows = options?.windows;
  const module = windows ? path.win32 : path.posix;
  if (windows && StringPrototypeStartsWith(filepath, '\\\\')) return uncToURL(filepath);
  let resolved = module.resolve(filepath);
  const last = StringPrototypeCharCodeAt(filepath, filepath.length - 1);
  // resolve takes a trailing slash away.
  if ((last === 0x2f || (windows && last === 0x5c)) && resolved[resolved.length - 1] !== module.sep) resolved += module.sep;
  if (windows) resolved = `/${RegExpPrototypeSymbolReplace(/\\/g, resolved, '/')}`;
  return new URL(`file://${RegExpPrototypeSymbolReplace(/[%\\\n\r\t?#[\]^|~]/g, resolved, (c) => pathEscapes[c])}`);
}

function uncToURL(filepath) {
  const hostnameEnd = StringPrototypeIndexOf(filepath, '\\', 2);
  if (hostnameEnd === -1) throw new ERR_INVALID_ARG_VALUE('path', filepath, 'Missing UNC resource path');
  if (hostnameEnd === 2) throw new ERR_INVALID_ARG_VALUE('path', filepath, 'Empty UNC servername');
  const host = StringPrototypeSlice(filepath, 2, hostnameEnd);
  const rest = RegExpPrototypeSymbolReplace(/\\/g, StringPrototypeSlice(filepath, hostnameEnd), '/');
  return new URL(`file://${host}${RegExpPrototypeSymbolReplace(/[%\n\r\t?#[\]^|~]/g, rest, (c) => pathEscapes[c])}`);
}

/** The path that `fileURLOrPath` means: anything but a URL is returned as it is. */
function toPathIfFileURL(fileURLOrPath) {
  return isURL(fileURLOrPath) ? fileURLToPath(fileURLOrPath) : fileURLOrPath;
}

module.exports = { fileURLToPath, fileURLToPathBuffer, pathToFileURL, toPathIfFileURL };
