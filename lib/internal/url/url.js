'use strict';

// https://url.spec.whatwg.org/#url-class. Native code parses and gives the serialisation with offsets into it; the
// components are cut out here.

const {
  Boolean,
  ObjectDefineProperties,
  StringPrototypeSlice,
  StringPrototypeToWellFormed,
  Symbol,
  SymbolToStringTag,
} = primordials;
const { canParse, components, parse, update } = internalBinding('url');
const { toUnicode } = internalBinding('encoding_binding');
const {
  constants: { kDisallowCloneAndTransfer },
  privateSymbols: { transfer_mode_private_symbol: kMode },
} = internalBinding('util');
const {
  codes: { ERR_INVALID_THIS, ERR_INVALID_URL, ERR_MISSING_ARGS },
} = require('internal/errors');
const { paramsOf, setSearch } = require('internal/url/search_params');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');
const { inspect } = require('internal/util/inspect');

/** Stands for "there is none" among the offsets. */
const kNone = 0xffffffff;

/** The offsets of a URL's parts in its serialisation. */
class Parts {
  constructor() {
    this.protocolEnd = components[0];
    this.usernameStart = components[1];
    this.usernameEnd = components[2];
    this.hostStart = components[3];
    this.hostEnd = components[4];
    this.pathStart = components[5];
    this.searchStart = components[6];
    this.hashStart = components[7];
  }
}

// Distinguishes URL.parse from a program's call of the constructor.
const kQuiet = Symbol('kQuiet');

let isURLObject;
let partsOf;

/** https://url.spec.whatwg.org/#url-class */
class URL {
  #href = '';
  #parts;
  #searchParams;

  static {
    isURLObject = (value) => typeof value === 'object' && value !== null && #href in value;
    partsOf = (url) => url.#parts;
  }

  constructor(input, base = undefined, mode = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    // Written here rather than by a function that all classes share, which would be slower.
    this[kMode] = kDisallowCloneAndTransfer;
    input = `${input}`;
    if (base !== undefined) base = `${base}`;
    const href = parse(input, base, components);
    if (href !== undefined) {
      this.#href = href;
      this.#parts = new Parts();
    } else if (mode !== kQuiet) {
      throw new ERR_INVALID_URL(StringPrototypeToWellFormed(input), base);
    }
  }

  /** As the constructor, with null where that throws. */
  static parse(input, base = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    const url = new URL(input, base, kQuiet);
    return url.#href === '' ? null : url;
  }

  static canParse(url, base = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    return canParse(`${url}`, base === undefined ? undefined : `${base}`);
  }

  #set(name, value) {
    const href = update(this.#href, name, value, components);
    if (href === undefined) return false;
    this.#href = href;
    this.#parts = new Parts();
    return true;
  }

  #refreshParams() {
    if (this.#searchParams !== undefined) setSearch(this.#searchParams, StringPrototypeSlice(this.search, 1));
  }

  [customInspectSymbol](depth, options) {
    if (typeof depth === 'number' && depth < 0) return this;
    const { constructor } = this;
    const shown = {
      href: this.href,
      origin: this.origin,
      protocol: this.protocol,
      username: this.username,
      password: this.password,
      host: this.host,
      hostname: this.hostname,
      port: this.port,
      pathname: this.pathname,
      search: this.search,
      searchParams: this.searchParams,
      hash: this.hash,
    };
    return `${constructor.name} ${inspect(shown, options)}`;
  }

  toString() {
    check(this);
    return this.#href;
  }

  toJSON() {
    check(this);
    return this.#href;
  }

  get href() {
    check(this);
    return this.#href;
  }

  set href(value) {
    check(this);
    value = `${value}`;
    if (!this.#set('href', value)) throw new ERR_INVALID_URL(StringPrototypeToWellFormed(value));
    this.#refreshParams();
  }

  get origin() {
    check(this);
    switch (this.protocol) {
      case 'http:':
      case 'https:':
      case 'ftp:':
      case 'ws:':
      case 'wss:': return `${this.protocol}//${this.host}`;
      case 'blob:': {
        const inner = URL.parse(this.pathname);
        return inner !== null && (inner.protocol === 'http:' || inner.protocol === 'https:') ? inner.origin : 'null';
      }
      default: return 'null';
    }
  }

  get protocol() {
    check(this);
    return StringPrototypeSlice(this.#href, 0, this.#parts.protocolEnd);
  }

  set protocol(value) {
    check(this);
    this.#set('protocol', `${value}`);
  }

  get username() {
    check(this);
    return StringPrototypeSlice(this.#href, this.#parts.usernameStart, this.#parts.usernameEnd);
  }

  set username(value) {
    check(this);
    this.#set('username', `${value}`);
  }

  get password() {
    check(this);
    const { usernameEnd, hostStart } = this.#parts;
    // Between `:` and `@`.
    return hostStart - usernameEnd > 1 ? StringPrototypeSlice(this.#href, usernameEnd + 1, hostStart - 1) : '';
  }

  set password(value) {
    check(this);
    this.#set('password', `${value}`);
  }

  get host() {
    check(this);
    return StringPrototypeSlice(this.#href, this.#parts.hostStart, endOfPort(this.#href, this.#parts));
  }

  set host(value) {
    check(this);
    this.#set('host', `${value}`);
  }

  get hostname() {
    check(this);
    return StringPrototypeSlice(this.#href, this.#parts.hostStart, this.#parts.hostEnd);
  }

  set hostname(value) {
    check(this);
    this.#set('hostname', `${value}`);
  }

  get port() {
    check(this);
    const end = endOfPort(this.#href, this.#parts);
    return end > this.#parts.hostEnd ? StringPrototypeSlice(this.#href, this.#parts.hostEnd + 1, end) : '';
  }

  set port(value) {
    check(this);
    this.#set('port', `${value}`);
  }

  get pathname() {
    check(this);
    const { pathStart, searchStart, hashStart } = this.#parts;
    const end = searchStart !== kNone ? searchStart : hashStart !== kNone ? hashStart : this.#href.length;
    return StringPrototypeSlice(this.#href, pathStart, end);
  }

  set pathname(value) {
    check(this);
    this.#set('pathname', `${value}`);
  }

  get search() {
    check(this);
    const { searchStart, hashStart } = this.#parts;
    if (searchStart === kNone) return '';
    const end = hashStart === kNone ? this.#href.length : hashStart;
    return end - searchStart > 1 ? StringPrototypeSlice(this.#href, searchStart, end) : '';
  }

  set search(value) {
    check(this);
    this.#set('search', `${value}`);
    this.#refreshParams();
  }

  get searchParams() {
    check(this);
    if (this.#searchParams === undefined) {
      this.#searchParams = paramsOf(StringPrototypeSlice(this.search, 1), (search) => { this.#set('search', search); });
    }
    return this.#searchParams;
  }

  get hash() {
    check(this);
    const { hashStart } = this.#parts;
    return hashStart === kNone || this.#href.length - hashStart < 2 ? '' : StringPrototypeSlice(this.#href, hashStart);
  }

  set hash(value) {
    check(this);
    this.#set('hash', `${value}`);
  }
}

function check(value) {
  if (!isURLObject(value)) throw new ERR_INVALID_THIS('URL');
}

/** A path that begins with `//` is written with `/.` before it if there is no host. */
function endOfPort(href, parts) {
  const { hostEnd, pathStart } = parts;
  return StringPrototypeSlice(href, hostEnd, pathStart) === '/.' ? hostEnd : pathStart;
}

ObjectDefineProperties(URL.prototype, {
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'URL' },
  toString: kEnumerableProperty,
  href: kEnumerableProperty,
  origin: kEnumerableProperty,
  protocol: kEnumerableProperty,
  username: kEnumerableProperty,
  password: kEnumerableProperty,
  host: kEnumerableProperty,
  hostname: kEnumerableProperty,
  port: kEnumerableProperty,
  pathname: kEnumerableProperty,
  search: kEnumerableProperty,
  searchParams: kEnumerableProperty,
  hash: kEnumerableProperty,
  toJSON: kEnumerableProperty,
});
ObjectDefineProperties(URL, { canParse: { __proto__: null, configurable: true, writable: true, enumerable: true }, parse: kEnumerableProperty });

/** Whether `self` looks like a URL, of whichever implementation. */
function isURL(self) {
  return Boolean(self?.href && self.protocol && self.auth === undefined && self.path === undefined);
}

/**
 * The text of a URL without some of its parts.
 * @param {URL} url
 * @param {{ fragment: boolean, unicode: boolean, search: boolean, auth: boolean }} flags what to keep, and whether the
 * host is shown in Unicode
 * @returns {string}
 */
function formatURL(url, flags) {
  const copy = new URL(url.href);
  if (!flags.fragment) copy.hash = '';
  if (!flags.search) copy.search = '';
  if (!flags.auth) {
    copy.username = '';
    copy.password = '';
  }
  const { href } = copy;
  if (!flags.unicode || copy.hostname === '') return href;
  const { hostStart, hostEnd } = partsOf(copy);
  return StringPrototypeSlice(href, 0, hostStart) + toUnicode(copy.hostname) + StringPrototypeSlice(href, hostEnd);
}

module.exports = { URL, formatURL, isURL };
