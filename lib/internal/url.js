'use strict';

// URL and URLSearchParams (https://url.spec.whatwg.org, https://nodejs.org/api/url.html#the-whatwg-url-api).

const {
  ArrayPrototypeJoin, ArrayPrototypePush, ArrayPrototypeSlice, ArrayPrototypeSort, Boolean, FunctionPrototypeCall, IteratorPrototype, ObjectDefineProperties,
  ObjectSetPrototypeOf, ReflectGetOwnPropertyDescriptor, ReflectOwnKeys, RegExpPrototypeExec, RegExpPrototypeSymbolReplace, StringPrototypeCharCodeAt, StringPrototypeCodePointAt, StringPrototypeIncludes, StringPrototypeIndexOf,
  StringPrototypeSlice, StringPrototypeSplit, StringPrototypeStartsWith, StringPrototypeToWellFormed, SymbolIterator, SymbolToStringTag, decodeURIComponent,
  encodeURIComponent,
} = primordials;
const binding = internalBinding('url');
const { components } = binding;
const {
  codes: {
    ERR_ARG_NOT_ITERABLE, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_FILE_URL_HOST, ERR_INVALID_FILE_URL_PATH, ERR_INVALID_THIS, ERR_INVALID_TUPLE,
    ERR_INVALID_URL, ERR_INVALID_URL_SCHEME, ERR_MISSING_ARGS,
  },
} = require('internal/errors');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');
const { inspect } = require('internal/util/inspect');
const { validateFunction, validateString } = require('internal/validators');
const path = require('path');

const kNone = 0xffffffff;
const toUSVString = (value) => StringPrototypeToWellFormed(`${value}`);

// ---------------------------------------------------------------- application/x-www-form-urlencoded

/** Percent-encodes as forms do: letters, digits and `*-._` stay, a space becomes `+`. */
function encodeForm(text) {
  return RegExpPrototypeSymbolReplace(/[!'()~]|%20/g, encodeURIComponent(StringPrototypeToWellFormed(text)),
                                      (found) => formEscapes[found]);
}
const formEscapes = { '__proto__': null, '!': '%21', "'": '%27', '(': '%28', ')': '%29', '~': '%7E', '%20': '+' };

/** Undoes percent-encoding; what is malformed stays as it is. */
function decodeForm(text) {
  text = RegExpPrototypeSymbolReplace(/\+/g, text, ' ');
  if (!StringPrototypeIncludes(text, '%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return decodeLoosely(text);
  }
}

function decodeLoosely(text) {
  const { Buffer } = require('buffer');
  const bytes = Buffer.from(text);
  let at = 0;
  for (let i = 0; i < bytes.length; i++) {
    const hex = bytes[i] === 0x25 ? RegExpPrototypeExec(/^[0-9a-f]{2}$/i, bytes.latin1Slice(i + 1, i + 3 > bytes.length ? bytes.length : i + 3)) : null;
    if (hex === null) {
      bytes[at++] = bytes[i];
    } else {
      bytes[at++] = +`0x${hex[0]}`;
      i += 2;
    }
  }
  return bytes.utf8Slice(0, at);
}

function parseForm(text) {
  const list = [];
  const parts = StringPrototypeSplit(text, '&');
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] === '') continue;
    const name = StringPrototypeSplit(parts[i], '=', 1)[0];
    const hasValue = name.length < parts[i].length;
    ArrayPrototypePush(list, decodeForm(name), hasValue ? decodeForm(StringPrototypeSlice(parts[i], name.length + 1)) : '');
  }
  return list;
}

function serialiseForm(list) {
  let out = '';
  for (let i = 0; i < list.length; i += 2) {
    if (i > 0) out += '&';
    out += `${encodeForm(list[i])}=${encodeForm(list[i + 1])}`;
  }
  return out;
}

// ---------------------------------------------------------------- URLSearchParams

let listOf;
let setList;
let connect;

/** https://url.spec.whatwg.org/#interface-urlsearchparams */
class URLSearchParams {
  // Name, value, name, value…
  #list = [];
  #url = null;

  static {
    listOf = (params) => params.#list;
    setList = (params, search) => { params.#list = parseForm(search); };
    connect = (params, url) => { params.#url = url; };
  }

  constructor(init = undefined) {
    if (init === undefined) return;
    if (init !== null && (typeof init === 'object' || typeof init === 'function')) {
      if (typeof init === 'object' && #list in init && init[SymbolIterator] === this[SymbolIterator]) {
        this.#list = ArrayPrototypeSlice(listOf(init));
        return;
      }
      const method = init[SymbolIterator];
      if (method !== null && method !== undefined) this.#fromPairs(init, method);
      else this.#fromRecord(init);
      return;
    }
    init = toUSVString(init);
    this.#list = parseForm(init[0] === '?' ? StringPrototypeSlice(init, 1) : init);
  }

  #fromPairs(init, method) {
    if (typeof method !== 'function') throw new ERR_ARG_NOT_ITERABLE('Query pairs');
    for (const pair of init) {
      if (pair === null || pair === undefined) throw new ERR_INVALID_TUPLE('Each query pair', '[name, value]');
      if (!((typeof pair === 'object' || typeof pair === 'function') && typeof pair[SymbolIterator] === 'function')) {
        throw new ERR_INVALID_TUPLE('Each query pair', '[name, value]');
      }
      const items = [];
      for (const item of pair) ArrayPrototypePush(items, toUSVString(item));
      if (items.length !== 2) throw new ERR_INVALID_TUPLE('Each query pair', '[name, value]');
      ArrayPrototypePush(this.#list, items[0], items[1]);
    }
  }

  #fromRecord(init) {
    const seen = { __proto__: null };
    const keys = ReflectOwnKeys(init);
    for (let i = 0; i < keys.length; i++) {
      if (ReflectGetOwnPropertyDescriptor(init, keys[i])?.enumerable !== true) continue;
      const name = toUSVString(keys[i]);
      const value = toUSVString(init[keys[i]]);
      if (seen[name] === undefined) {
        seen[name] = this.#list.length + 1;
        ArrayPrototypePush(this.#list, name, value);
      } else {
        this.#list[seen[name]] = value;
      }
    }
  }

  #update() {
    if (this.#url !== null) updateSearch(this.#url, serialiseForm(this.#list));
  }

  [customInspectSymbol](recurseTimes, ctx) {
    check(this);
    if (typeof recurseTimes === 'number' && recurseTimes < 0) return ctx.stylize('[Object]', 'special');
    const inner = { ...ctx };
    if (recurseTimes !== null) inner.depth = recurseTimes - 1;
    const output = [];
    let length = 0;
    for (let i = 0; i < this.#list.length; i += 2) {
      const line = `${inspect(this.#list[i], inner)} => ${inspect(this.#list[i + 1], inner)}`;
      ArrayPrototypePush(output, line);
      length += line.length + 2;
    }
    if (output.length === 0) return `${this.constructor.name} {}`;
    const oneLine = length <= ctx.breakLength && !StringPrototypeIncludes(ArrayPrototypeJoin(output, ''), '\n');
    return oneLine ? `${this.constructor.name} { ${ArrayPrototypeJoin(output, ', ')} }` :
      `${this.constructor.name} {\n  ${ArrayPrototypeJoin(output, ',\n  ')} }`;
  }

  get size() {
    check(this);
    return this.#list.length / 2;
  }

  append(name, value) {
    check(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('name', 'value');
    ArrayPrototypePush(this.#list, toUSVString(name), toUSVString(value));
    this.#update();
  }

  delete(name, value = undefined) {
    check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('name');
    name = toUSVString(name);
    if (value !== undefined) value = toUSVString(value);
    const kept = [];
    for (let i = 0; i < this.#list.length; i += 2) {
      const gone = this.#list[i] === name && (value === undefined || this.#list[i + 1] === value);
      if (!gone) ArrayPrototypePush(kept, this.#list[i], this.#list[i + 1]);
    }
    this.#list = kept;
    this.#update();
  }

  get(name) {
    check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('name');
    name = toUSVString(name);
    for (let i = 0; i < this.#list.length; i += 2) {
      if (this.#list[i] === name) return this.#list[i + 1];
    }
    return null;
  }

  getAll(name) {
    check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('name');
    name = toUSVString(name);
    const values = [];
    for (let i = 0; i < this.#list.length; i += 2) {
      if (this.#list[i] === name) ArrayPrototypePush(values, this.#list[i + 1]);
    }
    return values;
  }

  has(name, value = undefined) {
    check(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('name');
    name = toUSVString(name);
    if (value !== undefined) value = toUSVString(value);
    for (let i = 0; i < this.#list.length; i += 2) {
      if (this.#list[i] === name && (value === undefined || this.#list[i + 1] === value)) return true;
    }
    return false;
  }

  set(name, value) {
    check(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('name', 'value');
    name = toUSVString(name);
    value = toUSVString(value);
    const kept = [];
    let found = false;
    for (let i = 0; i < this.#list.length; i += 2) {
      if (this.#list[i] !== name) ArrayPrototypePush(kept, this.#list[i], this.#list[i + 1]);
      else if (!found) {
        found = true;
        ArrayPrototypePush(kept, name, value);
      }
    }
    if (!found) ArrayPrototypePush(kept, name, value);
    this.#list = kept;
    this.#update();
  }

  sort() {
    check(this);
    const pairs = [];
    for (let i = 0; i < this.#list.length; i += 2) ArrayPrototypePush(pairs, { name: this.#list[i], value: this.#list[i + 1] });
    ArrayPrototypeSort(pairs, (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    this.#list = [];
    for (let i = 0; i < pairs.length; i++) ArrayPrototypePush(this.#list, pairs[i].name, pairs[i].value);
    this.#update();
  }

  entries() {
    check(this);
    return new URLSearchParamsIterator(this, 'entries');
  }

  forEach(callback, thisArg = undefined) {
    check(this);
    validateFunction(callback, 'callback');
    for (let i = 0; i < this.#list.length; i += 2) {
      FunctionPrototypeCall(callback, thisArg, this.#list[i + 1], this.#list[i], this);
    }
  }

  keys() {
    check(this);
    return new URLSearchParamsIterator(this, 'keys');
  }

  values() {
    check(this);
    return new URLSearchParamsIterator(this, 'values');
  }

  toString() {
    check(this);
    return serialiseForm(this.#list);
  }
}

function check(params) {
  if (typeof params !== 'object' || params === null || !isURLSearchParams(params)) throw new ERR_INVALID_THIS('URLSearchParams');
}
const isURLSearchParams = (value) => {
  try {
    listOf(value);
    return true;
  } catch {
    return false;
  }
};

ObjectDefineProperties(URLSearchParams.prototype, {
  append: kEnumerableProperty,
  delete: kEnumerableProperty,
  get: kEnumerableProperty,
  getAll: kEnumerableProperty,
  has: kEnumerableProperty,
  set: kEnumerableProperty,
  size: kEnumerableProperty,
  sort: kEnumerableProperty,
  entries: kEnumerableProperty,
  forEach: kEnumerableProperty,
  keys: kEnumerableProperty,
  values: kEnumerableProperty,
  toString: kEnumerableProperty,
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'URLSearchParams' },
  [SymbolIterator]: { __proto__: null, configurable: true, writable: true, value: URLSearchParams.prototype.entries },
});

class URLSearchParamsIterator {
  #target;
  #kind;
  #index = 0;

  constructor(target, kind) {
    this.#target = target;
    this.#kind = kind;
  }

  next() {
    if (typeof this !== 'object' || this === null || !(#target in this)) throw new ERR_INVALID_THIS('URLSearchParamsIterator');
    const list = listOf(this.#target);
    const index = this.#index;
    if (index >= list.length) return { value: undefined, done: true };
    this.#index += 2;
    const name = list[index];
    const value = list[index + 1];
    return { value: this.#kind === 'keys' ? name : this.#kind === 'values' ? value : [name, value], done: false };
  }

  [customInspectSymbol](recurseTimes, ctx) {
    if (typeof recurseTimes === 'number' && recurseTimes < 0) return ctx.stylize('[Object]', 'special');
    const inner = { ...ctx };
    if (recurseTimes !== null) inner.depth = recurseTimes - 1;
    const list = listOf(this.#target);
    const left = [];
    for (let i = this.#index; i < list.length; i += 2) {
      ArrayPrototypePush(left, this.#kind === 'keys' ? list[i] : this.#kind === 'values' ? list[i + 1] : [list[i], list[i + 1]]);
    }
    const shown = inspect(left, inner);
    return `${this[SymbolToStringTag]} { ${StringPrototypeSlice(shown, 2, -2)} }`;
  }
}
ObjectSetPrototypeOf(URLSearchParamsIterator.prototype, IteratorPrototype);
ObjectDefineProperties(URLSearchParamsIterator.prototype, {
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'URLSearchParams Iterator' },
  next: kEnumerableProperty,
});

// ---------------------------------------------------------------- URL

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

let updateSearch;

/** https://url.spec.whatwg.org/#url-class */
class URL {
  #href;
  #parts;
  #searchParams;

  static {
    updateSearch = (url, search) => { url.#set('search', search, false); };
  }

  constructor(input, base = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    input = toUSVString(input);
    if (base !== undefined) base = toUSVString(base);
    this.#parse(input, base, true);
  }

  #parse(input, base, throwing) {
    const href = binding.parse(input, base, components);
    if (href === undefined) {
      if (throwing) throw new ERR_INVALID_URL(input, base);
      return false;
    }
    this.#href = href;
    this.#parts = new Parts();
    return true;
  }

  /** As the constructor, with null where that throws. */
  static parse(input, base = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    input = toUSVString(input);
    if (base !== undefined) base = toUSVString(base);
    return binding.canParse(input, base) ? new URL(input, base) : null;
  }

  static canParse(url, base = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    return binding.canParse(toUSVString(url), base === undefined ? undefined : toUSVString(base));
  }

  #set(name, value, refresh = true) {
    const href = binding.update(this.#href, name, toUSVString(value), components);
    if (href === undefined) return false;
    this.#href = href;
    this.#parts = new Parts();
    if (refresh && this.#searchParams !== undefined && (name === 'search' || name === 'href')) {
      setList(this.#searchParams, StringPrototypeSlice(this.search, 1));
    }
    return true;
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
    return this.href;
  }

  toJSON() {
    return this.href;
  }

  get href() {
    checkURL(this, #href in this);
    return this.#href;
  }

  set href(value) {
    value = `${value}`;
    if (!this.#set('href', value)) throw new ERR_INVALID_URL(value);
  }

  get origin() {
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
    checkURL(this, #href in this);
    return StringPrototypeSlice(this.#href, 0, this.#parts.protocolEnd);
  }

  set protocol(value) {
    this.#set('protocol', value);
  }

  get username() {
    checkURL(this, #href in this);
    return StringPrototypeSlice(this.#href, this.#parts.usernameStart, this.#parts.usernameEnd);
  }

  set username(value) {
    this.#set('username', value);
  }

  get password() {
    checkURL(this, #href in this);
    const { usernameEnd, hostStart } = this.#parts;
    // Between `:` and `@`.
    return hostStart - usernameEnd > 1 ? StringPrototypeSlice(this.#href, usernameEnd + 1, hostStart - 1) : '';
  }

  set password(value) {
    this.#set('password', value);
  }

  get host() {
    checkURL(this, #href in this);
    return StringPrototypeSlice(this.#href, this.#parts.hostStart, endOfPort(this.#href, this.#parts));
  }

  set host(value) {
    this.#set('host', value);
  }

  get hostname() {
    checkURL(this, #href in this);
    return StringPrototypeSlice(this.#href, this.#parts.hostStart, this.#parts.hostEnd);
  }

  set hostname(value) {
    this.#set('hostname', value);
  }

  get port() {
    checkURL(this, #href in this);
    const end = endOfPort(this.#href, this.#parts);
    return end > this.#parts.hostEnd ? StringPrototypeSlice(this.#href, this.#parts.hostEnd + 1, end) : '';
  }

  set port(value) {
    this.#set('port', value);
  }

  get pathname() {
    checkURL(this, #href in this);
    const { pathStart, searchStart, hashStart } = this.#parts;
    const end = searchStart !== kNone ? searchStart : hashStart !== kNone ? hashStart : this.#href.length;
    return StringPrototypeSlice(this.#href, pathStart, end);
  }

  set pathname(value) {
    this.#set('pathname', value);
  }

  get search() {
    checkURL(this, #href in this);
    const { searchStart, hashStart } = this.#parts;
    if (searchStart === kNone) return '';
    const end = hashStart === kNone ? this.#href.length : hashStart;
    return end - searchStart > 1 ? StringPrototypeSlice(this.#href, searchStart, end) : '';
  }

  set search(value) {
    this.#set('search', value);
  }

  get searchParams() {
    checkURL(this, #href in this);
    if (this.#searchParams === undefined) {
      this.#searchParams = new URLSearchParams(this.search);
      connect(this.#searchParams, this);
    }
    return this.#searchParams;
  }

  get hash() {
    checkURL(this, #href in this);
    const { hashStart } = this.#parts;
    return hashStart === kNone || this.#href.length - hashStart < 2 ? '' : StringPrototypeSlice(this.#href, hashStart);
  }

  set hash(value) {
    this.#set('hash', value);
  }
}

function checkURL(url, isURLObject) {
  if (!isURLObject) throw new ERR_INVALID_THIS('URL');
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

// ---------------------------------------------------------------- files

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
  if (url.hostname !== '') return `\\\\${binding.domainToUnicode(url.hostname)}${pathname}`;
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
  url = checkFileURL(url);
  if (options?.windows) return Buffer.from(windowsPath(url));
  if (url.hostname !== '') throw new ERR_INVALID_FILE_URL_HOST(process.platform);
  if (RegExpPrototypeExec(encodedSlash, url.pathname) !== null) {
    throw new ERR_INVALID_FILE_URL_PATH('must not include encoded / characters', url);
  }
  return percentDecode(url.pathname);
}

function percentDecode(text) {
  const { Buffer } = require('buffer');
  const bytes = [];
  const source = Buffer.from(text);
  for (let i = 0; i < source.length; i++) {
    const hex = source[i] === 0x25 ? RegExpPrototypeExec(/^[0-9a-f]{2}$/i, source.toString('latin1', i + 1, i + 3)) : null;
    bytes[bytes.length] = hex === null ? source[i] : +`0x${hex[0]}`;
    if (hex !== null) i += 2;
  }
  return Buffer.from(bytes);
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
  URL, URLSearchParams, isURL, fileURLToPath, fileURLToPathBuffer, pathToFileURL, toPathIfFileURL, urlToHttpOptions,
  domainToASCII, domainToUnicode, encodeForm,
};
