'use strict';

// What an object calls itself: its constructor's name and its tag.

const {
  AggregateError,
  AggregateErrorPrototype,
  Array,
  ArrayBuffer,
  ArrayBufferPrototype,
  ArrayPrototype,
  ArrayPrototypePop,
  ArrayPrototypePush,
  Boolean,
  BooleanPrototype,
  DataView,
  DataViewPrototype,
  Date,
  DatePrototype,
  Error,
  ErrorPrototype,
  Function,
  FunctionPrototype,
  FunctionPrototypeSymbolHasInstance,
  FunctionPrototypeToString,
  Map,
  MapPrototype,
  Number,
  NumberPrototype,
  Object,
  ObjectGetOwnPropertyDescriptor,
  ObjectGetOwnPropertyNames,
  ObjectGetPrototypeOf,
  ObjectPrototype,
  ObjectPrototypeHasOwnProperty,
  Promise,
  PromisePrototype,
  RangeError,
  RangeErrorPrototype,
  ReflectOwnKeys,
  RegExp,
  RegExpPrototype,
  RegExpPrototypeExec,
  SafeMap,
  SafeSet,
  Set,
  SetPrototype,
  String,
  StringPrototype,
  StringPrototypeEndsWith,
  StringPrototypeLastIndexOf,
  StringPrototypeSlice,
  TypeError,
  TypeErrorPrototype,
  TypedArray,
  TypedArrayPrototype,
  WeakMap,
  WeakMapPrototype,
  WeakSet,
  WeakSetPrototype,
  globalThis,
} = primordials;
const property = require('internal/util/inspect/property');
const { getConstructorName: getNativeConstructorName } = internalBinding('util');

/** Names of JavaScript's own classes: the runtime's and the user's are not among them. */
const builtInObjects = new SafeSet();
const globalNames = ObjectGetOwnPropertyNames(globalThis);
for (let i = 0; i < globalNames.length; i++) {
  const name = globalNames[i];
  if (RegExpPrototypeExec(/^[A-Z][a-zA-Z0-9]+$/, name) === null) continue;
  const { value } = ObjectGetOwnPropertyDescriptor(globalThis, name);
  if (typeof value === 'function' && StringPrototypeEndsWith(FunctionPrototypeToString(value), '{ [native code] }')) {
    builtInObjects.add(name);
  }
}

/** Classes whose objects are recognized even if their `constructor` was tampered with. */
const wellKnown = new SafeMap([
  [ArrayPrototype, { name: 'Array', constructor: Array }],
  [ArrayBufferPrototype, { name: 'ArrayBuffer', constructor: ArrayBuffer }],
  [FunctionPrototype, { name: 'Function', constructor: Function }],
  [MapPrototype, { name: 'Map', constructor: Map }],
  [SetPrototype, { name: 'Set', constructor: Set }],
  [ObjectPrototype, { name: 'Object', constructor: Object }],
  [TypedArrayPrototype, { name: 'TypedArray', constructor: TypedArray }],
  [RegExpPrototype, { name: 'RegExp', constructor: RegExp }],
  [DatePrototype, { name: 'Date', constructor: Date }],
  [DataViewPrototype, { name: 'DataView', constructor: DataView }],
  [ErrorPrototype, { name: 'Error', constructor: Error }],
  [AggregateErrorPrototype, { name: 'AggregateError', constructor: AggregateError }],
  [RangeErrorPrototype, { name: 'RangeError', constructor: RangeError }],
  [TypeErrorPrototype, { name: 'TypeError', constructor: TypeError }],
  [BooleanPrototype, { name: 'Boolean', constructor: Boolean }],
  [NumberPrototype, { name: 'Number', constructor: Number }],
  [StringPrototype, { name: 'String', constructor: String }],
  [PromisePrototype, { name: 'Promise', constructor: Promise }],
  [WeakMapPrototype, { name: 'WeakMap', constructor: WeakMap }],
  [WeakSetPrototype, { name: 'WeakSet', constructor: WeakSet }],
]);

/** Prototypes above an object of which `showHidden` shows the properties. */
const maxPrototypes = 3;

// Right-hand sides of instanceof may throw.
function isInstance(value, constructor) {
  try {
    return value instanceof constructor;
  } catch {
    return false;
  }
}

// Undefined also for document.all, which is an object.
function isObject(value) {
  return Boolean(value) || (typeof value === 'undefined' && value !== undefined);
}

function constructorOf(prototype) {
  const constructor = ObjectGetOwnPropertyDescriptor(prototype, 'constructor')?.value;
  return typeof constructor === 'function' ? constructor : undefined;
}

/**
 * The name of the class of `value`; `null` for an object without prototype.
 * @param {object} value
 * @param {object} ctx
 * @param {number} level
 * @param {string[]} [inherited] is given the formatted properties of user-defined prototypes
 * @returns {string | null}
 */
function getConstructorName(value, ctx, level, inherited) {
  let first;
  let at = value;
  while (isObject(at)) {
    const known = wellKnown.get(at);
    if (known !== undefined && FunctionPrototypeSymbolHasInstance(known.constructor, value)) {
      if (inherited !== undefined && first !== at) addInherited(ctx, value, first || value, level, inherited);
      return known.name;
    }
    const constructor = constructorOf(at);
    if (constructor !== undefined && constructor.name !== '' && isInstance(value, constructor)) {
      if (inherited !== undefined && (first !== at || !builtInObjects.has(constructor.name))) {
        addInherited(ctx, value, first || value, level, inherited);
      }
      return String(constructor.name);
    }
    at = ObjectGetPrototypeOf(at);
    if (first === undefined) first = at;
  }
  if (first === null) return null;

  // Its prototypes have no constructor: V8 knows what made it.
  const name = getNativeConstructorName(value);
  if (level > ctx.depth && ctx.depth !== null) return `${name} <Complex prototype>`;
  const above = getConstructorName(first, ctx, level + 1, inherited);
  if (above !== null) return `${name} <${above}>`;
  const { inspect } = require('internal/util/inspect');
  return `${name} <${inspect(first, { ...ctx, customInspect: false, depth: -1 })}>`;
}

// Formats the properties of `value`'s prototypes, from `start` up to the first built-in one.
function addInherited(ctx, value, start, level, output) {
  const seen = new SafeSet();
  let object = start;
  for (let depth = 0; depth < maxPrototypes; depth++) {
    if (depth !== 0 || value === object) {
      object = ObjectGetPrototypeOf(object);
      if (object === null) return;
      const constructor = constructorOf(object);
      if (constructor !== undefined && builtInObjects.has(constructor.name)) return;
    }
    const keys = ReflectOwnKeys(object);
    ArrayPrototypePush(ctx.seen, value);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      // What a layer below has hides it.
      if (key === 'constructor' || ObjectPrototypeHasOwnProperty(value, key) || seen.has(key)) continue;
      const descriptor = ObjectGetOwnPropertyDescriptor(object, key);
      if (typeof descriptor.value === 'function') continue;
      const text = property.formatProperty(ctx, object, level, key, property.kOfObject, descriptor, value);
      ArrayPrototypePush(output, ctx.colors ? `\u001b[2m${text}\u001b[22m` : text);
    }
    ArrayPrototypePop(ctx.seen);
    for (let i = 0; i < keys.length; i++) seen.add(keys[i]);
  }
}

/**
 * `Class(size) [tag] `, with a space at its end.
 * @param {string | null} constructor
 * @param {string} tag
 * @param {string} fallback the class, where there is no prototype to tell
 * @param {string} [size]
 * @returns {string}
 */
function getPrefix(constructor, tag, fallback, size = '') {
  if (constructor === null) {
    const shown = tag !== '' && fallback !== tag ? `[${tag}] ` : '';
    return `[${fallback}${size}: null prototype] ${shown}`;
  }
  if (tag === '') return `${constructor}${size} `;
  // `Namespace.Class` as a tag speaks of the class alone.
  const dot = StringPrototypeLastIndexOf(tag, '.');
  const own = dot >= 1 ? StringPrototypeSlice(tag, dot + 1) : tag;
  return constructor === own ? `${tag}${size} ` : `${constructor}${size} [${tag}] `;
}

/** The prefix of an object of no special kind. */
function getPlainPrefix(value, constructor, tag) {
  if (constructor !== null) return getPrefix(constructor, tag, '');
  const name = getNativeConstructorName(value);
  return getPrefix(constructor, tag, name === tag ? 'Object' : name);
}

module.exports = { builtInObjects, getConstructorName, getPlainPrefix, getPrefix };
