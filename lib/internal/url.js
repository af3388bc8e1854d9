'use strict';

// What lib/ needs of URLs: the classes, files, domains, options of http.request.

const {
  StringPrototypeSlice,
  decodeURIComponent,
} = primordials;
const binding = internalBinding('url');
const {
  codes: { ERR_MISSING_ARGS },
} = require('internal/errors');
const { encodeForm } = require('internal/url/form');
const { URLSearchParams } = require('internal/url/search_params');
const { URL, formatURL, isURL } = require('internal/url/url');
const { fileURLToPath, fileURLToPathBuffer, pathToFileURL, toPathIfFileURL } = require('internal/url/files');

/** The options of http.request for a URL. */
function urlToHttpOptions(url) {
  const { hostname, pathname, port, username, password, search } = url;
  const options = {
    __proto__: null,
    ...url,
    protocol: url.protocol,
    hostname: hostname && hostname[0] === '[' ? StringPrototypeSlice(hostname, 1, -1) : hostname,
    hash: url.hash,
    search,
    pathname,
    path: `${pathname || ''}${search || ''}`,
    href: url.href,
  };
  if (port !== '') options.port = +port;
  if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

/** A domain in ASCII (punycode), '' if it is invalid. */
function domainToASCII(domain) {
  if (arguments.length < 1) throw new ERR_MISSING_ARGS('domain');
  return binding.domainToASCII(`${domain}`);
}

/** A domain in Unicode, '' if it is invalid. */
function domainToUnicode(domain) {
  if (arguments.length < 1) throw new ERR_MISSING_ARGS('domain');
  return binding.domainToUnicode(`${domain}`);
}

module.exports = {
  URL,
  URLSearchParams,
  domainToASCII,
  domainToUnicode,
  encodeForm,
  fileURLToPath,
  fileURLToPathBuffer,
  formatURL,
  isURL,
  pathToFileURL,
  toPathIfFileURL,
  urlToHttpOptions,
};
