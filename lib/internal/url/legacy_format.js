'use strict';

// How `url.format` puts a legacy URL, or any object with its fields, together.

const {
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeIncludes,
  StringPrototypeReplaceAll,
  StringPrototypeStartsWith,
} = primordials;
const { percentEncode } = require('internal/querystring');
const { isAddress } = require('internal/url/legacy_parse');
const { isSlashed } = require('internal/url/protocols');

const everySplit = /[?#]/g;
// What encodeURIComponent escapes and a user's name and password may hold.
const everyColon = /%3A/g;

function formatAuth(auth) {
  return typeof auth === 'string' ? RegExpPrototypeSymbolReplace(everyColon, percentEncode(auth), ':') : auth;
}

function formatHost(url, auth) {
  if (url.host) return auth + url.host;
  const { hostname } = url;
  if (!hostname) return '';
  const host = auth + (StringPrototypeIncludes(hostname, ':') && !isAddress(hostname) ? `[${hostname}]` : hostname);
  return url.port ? `${host}:${url.port}` : host;
}

/** `//` where it belongs: the host with it, and the path, which then begins with a slash. */
function formatSlashes(url, protocol, host, pathname) {
  if (!url.slashes && !isSlashed(protocol)) return host + pathname;
  if (url.slashes || host) {
    if (pathname && !StringPrototypeStartsWith(pathname, '/')) pathname = `/${pathname}`;
    return `//${host}${pathname}`;
  }
  return StringPrototypeStartsWith(protocol, 'file') ? `//${pathname}` : host + pathname;
}

function withPrefix(text, prefix) {
  return text && text[0] !== prefix ? prefix + text : text;
}

/** The text of a URL from its fields. */
function formatFields(url) {
  const auth = url.auth ? `${formatAuth(url.auth)}@` : '';
  const protocol = url.protocol ? (RegExpPrototypeExec(/:$/, url.protocol) === null ? `${url.protocol}:` : url.protocol) : '';
  let pathname = url.pathname || '';
  if (RegExpPrototypeExec(/[?#]/, pathname) !== null) {
    pathname = RegExpPrototypeSymbolReplace(everySplit, pathname, (c) => (c === '#' ? '%23' : '%3F'));
  }
  let query = '';
  if (url.query !== null && typeof url.query === 'object') query = require('querystring').stringify(url.query);
  let search = url.search || (query && `?${query}`) || '';
  if (StringPrototypeIncludes(search, '#')) search = StringPrototypeReplaceAll(search, '#', '%23');
  const middle = formatSlashes(url, protocol, formatHost(url, auth), pathname);
  return protocol + middle + withPrefix(search, '?') + withPrefix(url.hash || '', '#');
}

module.exports = { formatFields };
