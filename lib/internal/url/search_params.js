'use strict';

// https://url.spec.whatwg.org/#interface-urlsearchparams

const {
  ArrayPrototypeJoin,
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ArrayPrototypeSort,
  FunctionPrototypeCall,
  IteratorPrototype,
  ObjectDefineProperties,
  ObjectSetPrototypeOf,
  ReflectGetOwnPropertyDescriptor,
  ReflectOwnKeys,
  StringPrototypeIncludes,
  StringPrototypeSlice,
  StringPrototypeToWellFormed,
  SymbolIterator,
  SymbolToStringTag,
} = primordials;
const {
  codes: { ERR_ARG_NOT_ITERABLE, ERR_INVALID_THIS, ERR_INVALID_TUPLE, ERR_MISSING_ARGS },
} = require('internal/errors');
const { parseForm, serializeForm } = require('internal/url/form');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');
const { inspect } = require('internal/util/inspect');
const { validateFunction } = require('internal/validators');
const { markTransferMode } = require('internal/worker/transferable');

const toUSVString = (value) => StringPrototypeToWellFormed(`${value}`);

let isURLSearchParams;
let listOf;
/** Gives params the contents of a URL's query. */
let setSearch;
/** Params of a URL: `update` gets the new query after every change. */
let paramsOf;

/** https://url.spec.whatwg.org/#interface-urlsearchparams */
class URLSearchParams {
  // Name, value, name, value…
  #list = [];
  #update = null;

  static {
    isURLSearchParams = (value) => typeof value === 'object' && value !== null && #list in value;
    listOf = (params) => params.#list;
    setSearch = (params, search) => { params.#list = parseForm(search); };
    paramsOf = (search, update) => {
      const params = new URLSearchParams();
      params.#list = parseForm(search);
      params.#update = update;
      return params;
    };
  }

  constructor(init = undefined) {
    markTransferMode(this);
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

  #changed() {
    if (this.#update !== null) this.#update(serializeForm(this.#list));
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
    this.#changed();
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
    this.#changed();
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
    this.#changed();
  }

  sort() {
    check(this);
    const pairs = [];
    for (let i = 0; i < this.#list.length; i += 2) ArrayPrototypePush(pairs, { name: this.#list[i], value: this.#list[i + 1] });
    ArrayPrototypeSort(pairs, (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    this.#list = [];
    for (let i = 0; i < pairs.length; i++) ArrayPrototypePush(this.#list, pairs[i].name, pairs[i].value);
    this.#changed();
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
    return serializeForm(this.#list);
  }
}

function check(params) {
  if (!isURLSearchParams(params)) throw new ERR_INVALID_THIS('URLSearchParams');
}

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

module.exports = { URLSearchParams, paramsOf, setSearch };
