'use strict';

// Captures the built-ins of JavaScript before any user code can replace them. The rest of lib/ uses
// only what is captured here, so that a program which patches `Array.prototype.push` or
// `Promise.prototype.then` changes its own behaviour and not the runtime's.
//
// Names follow Node's convention: statics are `ArrayIsArray`, prototype methods are uncurried as
// `ArrayPrototypePush(array, value)`, accessors are `MapPrototypeGetSize(map)`, well-known
// symbols are `SymbolIterator`. Safe* classes are subclasses with a frozen prototype that
// holds its own copies of the methods and null-prototype iterators.
//
// `primordials` is the object to fill; it is frozen at the end.

const { defineProperty, getOwnPropertyDescriptor, setPrototypeOf, freeze } = Object;
const { ownKeys } = Reflect;
const { apply, bind, call } = Function.prototype;

// uncurryThis(fn)(self, ...args) is fn.call(self, ...args), whatever happens to Function.prototype.call.
const uncurryThis = bind.bind(call);
primordials.uncurryThis = uncurryThis;
// applyBind(fn)(self, args) is fn.apply(self, args).
const applyBind = bind.bind(apply);
primordials.applyBind = applyBind;

function pascal(key) {
  return typeof key === 'symbol' ?
    `Symbol${key.description[7].toUpperCase()}${key.description.slice(8)}` :
    `${key[0].toUpperCase()}${key.slice(1)}`;
}

function capture(target, name, descriptor, convert) {
  if ('get' in descriptor) {
    // `get` comes before the name: MapPrototypeGetSize. Setters alike.
    const { prefix, key } = name;
    target[`${prefix}Get${key}`] = convert(descriptor.get);
    if (descriptor.set !== undefined) target[`${prefix}Set${key}`] = convert(descriptor.set);
    return;
  }
  const { value } = descriptor;
  const key = `${name.prefix}${name.key}`;
  target[key] = typeof value === 'function' ? convert(value) : value;
  // Variadic methods come in a second form that takes its arguments as one array.
  if (typeof value === 'function' && variadic.includes(key)) {
    target[`${key}Apply`] = convert === uncurryThis ? applyBind(value) : applyBind(value, name.owner);
  }
}

const variadic = ['ArrayOf', 'ArrayPrototypePush', 'ArrayPrototypeUnshift', 'MathHypot', 'MathMax', 'MathMin',
  'StringFromCharCode', 'StringFromCodePoint', 'StringPrototypeConcat', 'TypedArrayOf'];

function captureStatics(owner, prefix, bound) {
  for (const key of ownKeys(owner)) {
    const convert = bound ? (fn) => fn.bind(owner) : (fn) => fn;
    capture(primordials, { prefix, key: pascal(key), owner }, getOwnPropertyDescriptor(owner, key), convert);
  }
}

function capturePrototype(prototype, prefix) {
  for (const key of ownKeys(prototype)) {
    capture(primordials, { prefix, key: pascal(key) }, getOwnPropertyDescriptor(prototype, key), uncurryThis);
  }
}

for (const name of ['Proxy', 'globalThis']) primordials[name] = globalThis[name];

for (const fn of [decodeURI, decodeURIComponent, encodeURI, encodeURIComponent, escape, eval, unescape]) {
  primordials[fn.name] = fn;
}

for (const name of ['Atomics', 'JSON', 'Math', 'Proxy', 'Reflect']) captureStatics(globalThis[name], name, false);

for (const name of ['AggregateError', 'Array', 'ArrayBuffer', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Boolean',
  'DataView', 'Date', 'Error', 'EvalError', 'FinalizationRegistry', 'Float16Array', 'Float32Array', 'Float64Array',
  'Function', 'Int16Array', 'Int32Array', 'Int8Array', 'Map', 'Number', 'Object', 'RangeError', 'ReferenceError',
  'RegExp', 'Set', 'String', 'Symbol', 'SyntaxError', 'TypeError', 'URIError', 'Uint16Array', 'Uint32Array',
  'Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakRef', 'WeakSet', 'Iterator', 'DisposableStack',
  'AsyncDisposableStack', 'SuppressedError']) {
  const constructor = globalThis[name];
  if (constructor === undefined) continue;
  primordials[name] = constructor;
  captureStatics(constructor, name, false);
  capturePrototype(constructor.prototype, `${name}Prototype`);
}

// Promise's statics need their receiver.
primordials.Promise = Promise;
captureStatics(Promise, 'Promise', true);
capturePrototype(Promise.prototype, 'PromisePrototype');

for (const { name, original } of [
  { name: 'TypedArray', original: Reflect.getPrototypeOf(Uint8Array) },
  { name: 'ArrayIterator', original: { prototype: Reflect.getPrototypeOf([][Symbol.iterator]()) } },
  { name: 'StringIterator', original: { prototype: Reflect.getPrototypeOf(''[Symbol.iterator]()) } },
]) {
  primordials[name] = original;
  captureStatics(original, name, false);
  capturePrototype(original.prototype, `${name}Prototype`);
}

primordials.IteratorPrototype = Reflect.getPrototypeOf(primordials.ArrayIteratorPrototype);
primordials.AsyncIteratorPrototype =
  Reflect.getPrototypeOf(Reflect.getPrototypeOf((async function* () {}).prototype));

const {
  ArrayPrototypeSymbolIterator, ArrayIteratorPrototypeNext, FunctionPrototypeCall, Map: PrimordialMap,
  ObjectFreeze, Promise: PrimordialPromise, PromisePrototypeThen, Set: PrimordialSet, StringIteratorPrototypeNext,
  StringPrototypeSymbolIterator, SymbolIterator, WeakMap: PrimordialWeakMap, WeakRef: PrimordialWeakRef,
  FinalizationRegistry: PrimordialFinalizationRegistry, WeakSet: PrimordialWeakSet,
} = primordials;

function makeSafeIterator(createIterator, next) {
  class SafeIterator {
    constructor(iterable) {
      this._iterator = createIterator(iterable);
    }
    next() {
      return next(this._iterator);
    }
    [SymbolIterator]() {
      return this;
    }
  }
  setPrototypeOf(SafeIterator.prototype, null);
  freeze(SafeIterator.prototype);
  freeze(SafeIterator);
  return SafeIterator;
}
primordials.SafeArrayIterator = makeSafeIterator(ArrayPrototypeSymbolIterator, ArrayIteratorPrototypeNext);
primordials.SafeStringIterator = makeSafeIterator(StringPrototypeSymbolIterator, StringIteratorPrototypeNext);

function copyOwn(source, target) {
  for (const key of ownKeys(source)) {
    if (getOwnPropertyDescriptor(target, key) === undefined) {
      defineProperty(target, key, { __proto__: null, ...getOwnPropertyDescriptor(source, key) });
    }
  }
}

// Gives the subclass `safe` its own copies of everything that `unsafe` has, so that no look-up leaves it.
function makeSafe(unsafe, safe) {
  if (SymbolIterator in unsafe.prototype) {
    const sample = new unsafe();
    for (const key of ownKeys(unsafe.prototype)) {
      if (getOwnPropertyDescriptor(safe.prototype, key) !== undefined) continue;
      const descriptor = getOwnPropertyDescriptor(unsafe.prototype, key);
      const { value } = descriptor;
      if (typeof value === 'function' && value.length === 0 && SymbolIterator in (FunctionPrototypeCall(value, sample) ?? {})) {
        const createIterator = uncurryThis(value);
        const next = uncurryThis(createIterator(sample).next);
        const SafeIterator = makeSafeIterator(createIterator, next);
        descriptor.value = function() {
          return new SafeIterator(this);
        };
      }
      defineProperty(safe.prototype, key, { __proto__: null, ...descriptor });
    }
  } else {
    copyOwn(unsafe.prototype, safe.prototype);
  }
  copyOwn(unsafe, safe);
  setPrototypeOf(safe.prototype, null);
  freeze(safe.prototype);
  freeze(safe);
  return safe;
}
primordials.makeSafe = makeSafe;

primordials.SafeMap = makeSafe(PrimordialMap, class SafeMap extends PrimordialMap {
  constructor(i) { super(i); }  
});
primordials.SafeSet = makeSafe(PrimordialSet, class SafeSet extends PrimordialSet {
  constructor(i) { super(i); }  
});
primordials.SafeWeakMap = makeSafe(PrimordialWeakMap, class SafeWeakMap extends PrimordialWeakMap {
  constructor(i) { super(i); }  
});
primordials.SafeWeakSet = makeSafe(PrimordialWeakSet, class SafeWeakSet extends PrimordialWeakSet {
  constructor(i) { super(i); }  
});
primordials.SafeWeakRef = makeSafe(PrimordialWeakRef, class SafeWeakRef extends PrimordialWeakRef {
  constructor(i) { super(i); }  
});
primordials.SafeFinalizationRegistry = makeSafe(PrimordialFinalizationRegistry,
  class SafeFinalizationRegistry extends PrimordialFinalizationRegistry {
    constructor(i) { super(i); }  
  });
const SafePromise = makeSafe(PrimordialPromise, class SafePromise extends PrimordialPromise {
  constructor(executor) { super(executor); }  
});

// The combinators below work on primordial promises without touching user-visible `then` or iterators.

/** `promise.finally(fn)` without a user-visible look-up. */
primordials.SafePromisePrototypeFinally = (promise, onFinally) =>
  new PrimordialPromise((resolve, reject) =>
    new SafePromise((a, b) => PromisePrototypeThen(promise, a, b)).finally(onFinally).then(resolve, reject));

function mapped(promises, mapFn) {
  const out = [];
  for (let i = 0; i < promises.length; i++) {
    const value = mapFn ? mapFn(promises[i], i) : promises[i];
    defineProperty(out, i, { __proto__: null, value, enumerable: true, configurable: true, writable: true });
  }
  return out;
}

const settle = (promises, mapFn, perEntry) => new PrimordialPromise((resolve, reject) => {
  const entries = mapped(promises, mapFn);
  perEntry(entries, (entry, onOk, onFail) =>
    PromisePrototypeThen(primordials.PromiseResolve(entry), onOk, onFail),
  resolve, reject);
});

/** Promise.all over an array, with an optional map function. */
primordials.SafePromiseAll = (promises, mapFn) => settle(promises, mapFn, (entries, then, resolve, reject) => {
  const results = [];
  results.length = entries.length;
  let left = entries.length;
  if (left === 0) return resolve(results);
  for (let i = 0; i < entries.length; i++) {
    then(entries[i], (value) => {
      results[i] = value;
      if (--left === 0) resolve(results);
    }, reject);
  }
});
/** As SafePromiseAll; the array itself is the result, without a copy. */
primordials.SafePromiseAllReturnArrayLike = primordials.SafePromiseAll;
/** As SafePromiseAll, resolves with undefined. */
primordials.SafePromiseAllReturnVoid = (promises, mapFn) =>
  PromisePrototypeThen(primordials.SafePromiseAll(promises, mapFn), () => {});
/** Promise.allSettled over an array. */
primordials.SafePromiseAllSettled = (promises, mapFn) => settle(promises, mapFn, (entries, then, resolve) => {
  const results = [];
  let left = entries.length;
  if (left === 0) return resolve(results);
  for (let i = 0; i < entries.length; i++) {
    const done = (result) => {
      results[i] = result;
      if (--left === 0) resolve(results);
    };
    then(entries[i], (value) => done({ status: 'fulfilled', value }), (reason) => done({ status: 'rejected', reason }));
  }
});
primordials.SafePromiseAllSettledReturnVoid = (promises, mapFn) =>
  PromisePrototypeThen(primordials.SafePromiseAllSettled(promises, mapFn), () => {});
/** Promise.race over an array. */
primordials.SafePromiseRace = (promises, mapFn) => settle(promises, mapFn, (entries, then, resolve, reject) => {
  for (let i = 0; i < entries.length; i++) then(entries[i], resolve, reject);
});
/** Promise.any over an array. */
primordials.SafePromiseAny = (promises, mapFn) => settle(promises, mapFn, (entries, then, resolve, reject) => {
  const errors = [];
  let left = entries.length;
  const fail = () => reject(new AggregateError(errors, 'All promises were rejected'));
  if (left === 0) return fail();
  for (let i = 0; i < entries.length; i++) {
    then(entries[i], resolve, (error) => {
      errors[i] = error;
      if (--left === 0) fail();
    });
  }
});

// A regular expression whose methods cannot be replaced through RegExp.prototype.
const { RegExpPrototypeExec, RegExpPrototypeSymbolReplace, RegExpPrototypeSymbolSearch, RegExpPrototypeSymbolSplit,
  RegExpPrototypeSymbolMatch, RegExpPrototypeSymbolMatchAll, SymbolReplace, SymbolSearch, SymbolSplit, SymbolMatch, SymbolMatchAll } = primordials;

const flagNames = ['Flags', 'Global', 'DotAll', 'HasIndices', 'IgnoreCase', 'Multiline', 'Source', 'Sticky', 'Unicode', 'UnicodeSets'];
/**
 * Gives one regular expression own copies of what RegExp's methods look up on it.
 * @param {RegExp} pattern
 * @returns {RegExp} the same object
 */
primordials.hardenRegExp = function hardenRegExp(pattern) {
  const own = (key, value) =>
    defineProperty(pattern, key, { __proto__: null, configurable: true, writable: true, value });
  own('exec', function exec(string) { return RegExpPrototypeExec(this, string); });
  for (let i = 0; i < flagNames.length; i++) {
    const name = flagNames[i];
    const value = primordials[`RegExpPrototypeGet${name}`](pattern);
    own(`${name[0].toLowerCase()}${name.slice(1)}`, value);
  }
  own(SymbolReplace, function(s, r) { return RegExpPrototypeSymbolReplace(this, s, r); });
  own(SymbolSearch, function(s) { return RegExpPrototypeSymbolSearch(this, s); });
  own(SymbolSplit, function(s, l) { return RegExpPrototypeSymbolSplit(this, s, l); });
  own(SymbolMatch, function(s) { return RegExpPrototypeSymbolMatch(this, s); });
  own(SymbolMatchAll, function(s) { return RegExpPrototypeSymbolMatchAll(this, s); });
  return pattern;
};

/** `string.search(regexp)` without user-visible look-ups: the index or -1. */
primordials.SafeStringPrototypeSearch = (string, regexp) => {
  regexp.lastIndex = 0;
  const match = RegExpPrototypeExec(regexp, string);
  return match ? match.index : -1;
};

/** Array.prototype.push over every element of `more`. */
primordials.SafeArrayPrototypePushApply = (array, more) => {
  for (let i = 0; i < more.length; i++) array[array.length] = more[i];
  return array.length;
};

setPrototypeOf(primordials, null);
ObjectFreeze(primordials);
