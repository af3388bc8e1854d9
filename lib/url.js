'use strict';

// node:url (https://nodejs.org/api/url.html): the WHATWG API of internal/url, and the legacy one.

const {
  Boolean,
  FunctionPrototypeCall,
  ObjectAssign,
} = primordials;
const {
  URL,
  URLSearchParams,
  domainToASCII,
  domainToUnicode,
  fileURLToPath,
  fileURLToPathBuffer,
  formatURL,
  pathToFileURL,
  urlToHttpOptions,
} = require('internal/url');
const { formatFields } = require('internal/url/legacy_format');
const { parseInto, splitHost } = require('internal/url/legacy_parse');
const { resolveInto } = require('internal/url/legacy_resolve');
const {
  codes: { ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { isInsideNodeModules } = require('internal/util');
const { validateObject, validateString } = require('internal/validators');

/** What `url.parse` gives. */
function Url() {
  this.protocol = null;
  this.slashes = null;
  this.auth = null;
  this.host = null;
  this.port = null;
  this.hostname = null;
  this.hash = null;
  this.search = null;
  this.query = null;
  this.pathname = null;
  this.path = null;
  this.href = null;
}

let hasWarned = false;

function warnOfParse() {
  if (hasWarned || isInsideNodeModules(4)) return;
  hasWarned = true;
  process.emitWarning('`url.parse()` behavior is not standardized and prone to errors that have security implications. ' +
    'Use the WHATWG URL API instead. CVEs are not issued for `url.parse()` vulnerabilities.',
                      'DeprecationWarning', 'DEP0169');
}

/**
 * @param {string} url
 * @param {boolean} [parseQueryString]
 * @param {boolean} [slashesDenoteHost]
 * @returns {Url}
 */
function urlParse(url, parseQueryString, slashesDenoteHost) {
  warnOfParse();
  if (url instanceof Url) return url;
  const parsed = new Url();
  parsed.parse(url, parseQueryString, slashesDenoteHost);
  return parsed;
}

Url.prototype.parse = function parse(url, parseQueryString, slashesDenoteHost) {
  validateString(url, 'url');
  parseInto(this, url, parseQueryString, slashesDenoteHost);
  return this;
};

const formatFlags = ['fragment', 'unicode', 'search', 'auth'];

function formatOptions(options) {
  const flags = { __proto__: null, fragment: true, unicode: false, search: true, auth: true };
  if (!options) return flags;
  validateObject(options, 'options');
  for (let i = 0; i < formatFlags.length; i++) {
    const value = options[formatFlags[i]];
    if (value !== null && value !== undefined) flags[formatFlags[i]] = Boolean(value);
  }
  return flags;
}

/**
 * The text of a URL, legacy or not, or of an object with fields of a legacy one.
 * @param {object | string} urlObject
 * @param {object} [options] what to leave out of a WHATWG URL
 * @returns {string}
 */
function urlFormat(urlObject, options) {
  if (typeof urlObject === 'string') {
    urlObject = urlParse(urlObject);
  } else if (typeof urlObject !== 'object' || urlObject === null) {
    throw new ERR_INVALID_ARG_TYPE('urlObject', ['Object', 'string'], urlObject);
  } else if (urlObject instanceof URL) {
    return formatURL(urlObject, formatOptions(options));
  }
  return FunctionPrototypeCall(Url.prototype.format, urlObject);
}

Url.prototype.format = function format() {
  return formatFields(this);
};

/** Where `relative` leads from `source`, as text. */
function urlResolve(source, relative) {
  return urlParse(source, false, true).resolve(relative);
}

Url.prototype.resolve = function resolve(relative) {
  return this.resolveObject(urlParse(relative, false, true)).format();
};

/** Where `relative` leads from `source`, as a legacy URL. */
function urlResolveObject(source, relative) {
  if (!source) return relative;
  return urlParse(source, false, true).resolveObject(relative);
}

Url.prototype.resolveObject = function resolveObject(relative) {
  if (typeof relative === 'string') {
    const reference = new Url();
    reference.parse(relative, false, true);
    relative = reference;
  }
  return resolveInto(ObjectAssign(new Url(), this), relative);
};

Url.prototype.parseHost = function parseHost() {
  splitHost(this);
};

module.exports = {
  Url,
  parse: urlParse,
  resolve: urlResolve,
  resolveObject: urlResolveObject,
  format: urlFormat,
  URL,
  URLSearchParams,
  domainToASCII,
  domainToUnicode,
  pathToFileURL,
  fileURLToPath,
  fileURLToPathBuffer,
  urlToHttpOptions,
};
