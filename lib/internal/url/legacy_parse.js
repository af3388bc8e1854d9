'use strict';

// How `url.parse` takes a text apart (https://nodejs.org/api/url.html#legacy-url-api). It predates the standard, and
// what it does to texts that are no URLs is what programs rely on.

const {
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  RegExpPrototypeSymbolSearch,
  StringPrototypeIncludes,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
  StringPrototypeToLowerCase,
  decodeURIComponent,
} = primordials;
const { toASCII } = internalBinding('encoding_binding');
const {
  codes: { ERR_INVALID_ARG_VALUE, ERR_INVALID_URL },
} = require('internal/errors');
const { isScript, isSlashed } = require('internal/url/protocols');

const outerSpace = /^[\u0000-\u0020\u00a0\ufeff]+|[\u0000-\u0020\u00a0\ufeff]+$/g;
const pathAndQuery = /^(\/\/?(?!\/)[^?\s]*)(\?[^\s]*)?$/;
const startOfProtocol = /^[a-z0-9.+-]+:/i;
const userAtHost = /^\/\/[^@/]+@[^@/]+/;
const endOfHost = /:[0-9]*$/;
const everyBackslash = /\\/g;
const everyLineBreak = /[\t\n\r]/g;
const forbiddenInHost = /[\0\t\n\r #%/:<>?@[\\\]^|]/;
const forbiddenInAddress = /[\0\t\n\r #%/<>?@\\^|]/;
const everyUnwise = /[\t\n\r "'<>\\^`{|}]/g;

const escapes = {
  '__proto__': null,
  '\t': '%09',
  '\n': '%0A',
  '\r': '%0D',
  ' ': '%20',
  '"': '%22',
  "'": '%27',
  '<': '%3C',
  '>': '%3E',
  '\\': '%5C',
  '^': '%5E',
  '`': '%60',
  '{': '%7B',
  '|': '%7C',
  '}': '%7D',
};

const kMaxHostname = 255;

/** Without space around it, and with `/` for every backslash before the query. */
function normalize(text) {
  text = RegExpPrototypeSymbolReplace(outerSpace, text, '');
  if (!StringPrototypeIncludes(text, '\\')) return text;
  const split = RegExpPrototypeSymbolSearch(/[?#]/, text);
  if (split === -1) return RegExpPrototypeSymbolReplace(everyBackslash, text, '/');
  return RegExpPrototypeSymbolReplace(everyBackslash, StringPrototypeSlice(text, 0, split), '/') +
    StringPrototypeSlice(text, split);
}

function hasUser(text) {
  const at = StringPrototypeIndexOf(text, '@');
  if (at === -1) return false;
  const split = RegExpPrototypeSymbolSearch(/[?#]/, text);
  return split === -1 || at < split;
}

function setQuery(url, search, parseQuery) {
  url.search = search;
  const query = StringPrototypeSlice(search, 1);
  url.query = parseQuery ? require('querystring').parse(query) : query;
}

function setNoQuery(url) {
  url.search = null;
  url.query = { __proto__: null };
}

/** Nothing but a path, perhaps with a query: what servers parse. Returns false for anything else. */
function parsePath(url, text, parseQuery) {
  const found = RegExpPrototypeExec(pathAndQuery, text);
  if (found === null) return false;
  url.path = text;
  url.href = text;
  url.pathname = found[1];
  if (found[2]) setQuery(url, found[2], parseQuery);
  else if (parseQuery) setNoQuery(url);
  return true;
}

/**
 * Where user and host end: the first of `/?#` ends both. Before it, the last `@` ends the user, and after that the
 * first character that no host has ends the host.
 */
function splitAuthority(rest) {
  let at = -1;
  let end = -1;
  for (let i = 0; i < rest.length; i++) {
    switch (rest[i]) {
      case '/':
      case '?':
      case '#':
        return { at, end: end === -1 ? i : end };
      case '@':
        at = i;
        end = -1;
        break;
      case ' ':
      case '"':
      case '%':
      case "'":
      case ';':
      case '<':
      case '>':
      case '\\':
      case '^':
      case '`':
      case '{':
      case '|':
      case '}':
        if (end === -1) end = i;
        break;
    }
  }
  return { at, end: end === -1 ? rest.length : end };
}

function isAddress(hostname) {
  return hostname[0] === '[' && hostname[hostname.length - 1] === ']';
}

/** Moves what cannot be in a hostname into the path; a colon there is a bad port. */
function cutHostname(url, rest, text) {
  const { hostname } = url;
  const bad = RegExpPrototypeSymbolSearch(/[/\\#?:]/, hostname);
  if (bad === -1) return rest;
  if (hostname[bad] === ':') throw new ERR_INVALID_ARG_VALUE('url', 'Invalid port in url', text);
  url.hostname = StringPrototypeSlice(hostname, 0, bad);
  return `/${StringPrototypeSlice(hostname, bad)}${rest}`;
}

function finishHostname(url, isIP, text) {
  if (url.hostname.length > kMaxHostname) url.hostname = '';
  if (url.hostname === '') return;
  url.hostname = StringPrototypeToLowerCase(url.hostname);
  if (isIP) {
    if (RegExpPrototypeExec(forbiddenInAddress, url.hostname) !== null) throw new ERR_INVALID_URL(text);
    return;
  }
  url.hostname = toASCII(url.hostname);
  // What the conversion lets in could pass for another host.
  if (url.hostname === '' || RegExpPrototypeExec(forbiddenInHost, url.hostname) !== null) {
    throw new ERR_INVALID_URL(text);
  }
}

/** Sets user, host and port; returns what comes after them. */
function parseAuthority(url, rest, text) {
  const slash = RegExpPrototypeSymbolSearch(/[/?#]/, rest);
  const authority = slash === -1 ? rest : StringPrototypeSlice(rest, 0, slash);
  if (RegExpPrototypeSymbolSearch(/[\t\n\r]/, authority) !== -1) {
    rest = RegExpPrototypeSymbolReplace(everyLineBreak, authority, '') + StringPrototypeSlice(rest, authority.length);
  }
  const { at, end } = splitAuthority(rest);
  if (at !== -1) url.auth = decodeURIComponent(StringPrototypeSlice(rest, 0, at));
  url.host = StringPrototypeSlice(rest, at + 1, end);
  rest = StringPrototypeSlice(rest, end);
  url.parseHost();
  if (typeof url.hostname !== 'string') url.hostname = '';
  const isIP = isAddress(url.hostname);
  if (!isIP) rest = cutHostname(url, rest, text);
  finishHostname(url, isIP, text);
  url.host = url.hostname + (url.port ? `:${url.port}` : '');
  if (isIP) {
    url.hostname = StringPrototypeSlice(url.hostname, 1, -1);
    if (rest[0] !== '/') rest = `/${rest}`;
  }
  return rest;
}

/** Sets path, query and fragment. */
function parseRest(url, rest, parseQuery) {
  const hash = StringPrototypeIndexOf(rest, '#');
  if (hash !== -1) {
    url.hash = StringPrototypeSlice(rest, hash);
    rest = StringPrototypeSlice(rest, 0, hash);
  }
  const question = StringPrototypeIndexOf(rest, '?');
  if (question !== -1) setQuery(url, StringPrototypeSlice(rest, question), parseQuery);
  else if (parseQuery) setNoQuery(url);
  const path = question === -1 ? rest : StringPrototypeSlice(rest, 0, question);
  if (path !== '') url.pathname = path;
}

/**
 * Fills `url` from a text.
 * @param {object} url whose fields are null
 * @param {string} text
 * @param {boolean} [parseQuery] whether `query` is an object
 * @param {boolean} [slashesDenoteHost] whether `//` at the start precedes a host
 */
function parseInto(url, text, parseQuery, slashesDenoteHost) {
  let rest = normalize(text);
  if (!slashesDenoteHost && !StringPrototypeIncludes(rest, '#') && !hasUser(rest) && parsePath(url, rest, parseQuery)) {
    return;
  }
  const protocol = RegExpPrototypeExec(startOfProtocol, rest)?.[0];
  const lower = protocol === undefined ? undefined : StringPrototypeToLowerCase(protocol);
  if (protocol !== undefined) {
    url.protocol = lower;
    rest = StringPrototypeSlice(rest, protocol.length);
  }
  let hasSlashes = false;
  if (slashesDenoteHost || protocol !== undefined || RegExpPrototypeExec(userAtHost, rest) !== null) {
    hasSlashes = StringPrototypeStartsWith(rest, '//');
    if (hasSlashes && !isScript(lower)) {
      rest = StringPrototypeSlice(rest, 2);
      url.slashes = true;
    }
  }
  if (!isScript(lower)) {
    if (hasSlashes || (protocol !== undefined && !isSlashed(protocol))) rest = parseAuthority(url, rest, text);
    rest = RegExpPrototypeSymbolReplace(everyUnwise, rest, (character) => escapes[character]);
  }
  parseRest(url, rest, parseQuery);
  if (isSlashed(lower) && url.hostname && !url.pathname) url.pathname = '/';
  if (url.pathname || url.search) url.path = (url.pathname || '') + (url.search || '');
  url.href = url.format();
}

/** Splits `host` into hostname and port. */
function splitHost(url) {
  let { host } = url;
  const port = RegExpPrototypeExec(endOfHost, host)?.[0];
  if (port !== undefined) {
    if (port !== ':') url.port = StringPrototypeSlice(port, 1);
    host = StringPrototypeSlice(host, 0, host.length - port.length);
  }
  if (host) url.hostname = host;
}

module.exports = { isAddress, parseInto, splitHost };
