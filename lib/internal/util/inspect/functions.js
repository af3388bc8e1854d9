'use strict';

// Functions and classes.

const {
  FunctionPrototypeToString,
  ObjectGetPrototypeOf,
  ObjectPrototypeHasOwnProperty,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeEndsWith,
  StringPrototypeIncludes,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
} = primordials;
const { isAsyncFunction, isGeneratorFunction } = internalBinding('types');

// Before the require: value.js needs it in turn.
module.exports = { getFunctionBase };

const { formatValue } = require('internal/util/inspect/value');

const classHead = /^(\s+[^(]*?)\s*{/;
const comments = /(\/\/.*?\n)|(\/\*(.|\n)*?\*\/)/g;

// Whether the source is of a class, not of a method whose name begins with `class`.
function isClassSource(source) {
  if (!StringPrototypeStartsWith(source, 'class') || !StringPrototypeEndsWith(source, '}')) return false;
  const rest = StringPrototypeSlice(source, 5, -1);
  const brace = StringPrototypeIndexOf(rest, '{');
  if (brace === -1) return false;
  return !StringPrototypeIncludes(StringPrototypeSlice(rest, 0, brace), '(') ||
    RegExpPrototypeExec(classHead, RegExpPrototypeSymbolReplace(comments, rest, '')) !== null;
}

function withTag(base, constructor, tag) {
  return tag !== '' && constructor !== tag ? `${base} [${tag}]` : base;
}

function getClassBase(value, constructor, tag) {
  const name = (ObjectPrototypeHasOwnProperty(value, 'name') && value.name) || '(anonymous)';
  let base = `class ${name}`;
  if (constructor !== 'Function' && constructor !== null) base += ` [${constructor}]`;
  base = withTag(base, constructor, tag);
  if (constructor === null) return `[${base} extends [null prototype]]`;
  const parent = ObjectGetPrototypeOf(value).name;
  return parent ? `[${base} extends ${parent}]` : `[${base}]`;
}

/** `[Function: name]`, `[class Name extends Parent]` and the like. */
function getFunctionBase(ctx, value, constructor, tag) {
  if (isClassSource(FunctionPrototypeToString(value))) return getClassBase(value, constructor, tag);
  const type = `${isAsyncFunction(value) ? 'Async' : ''}${isGeneratorFunction(value) ? 'Generator' : ''}Function`;
  let base = constructor === null ? `[${type} (null prototype)` : `[${type}`;
  const { name } = value;
  if (name === '') base += ' (anonymous)]';
  else base += `: ${typeof name === 'string' ? name : formatValue(ctx, name)}]`;
  if (constructor !== type && constructor !== null) base += ` ${constructor}`;
  return withTag(base, constructor, tag);
}
