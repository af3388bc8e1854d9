'use strict';

// One property of an object: `key: value`.

const {
  FunctionPrototypeCall,
  ObjectGetOwnPropertyDescriptor,
  RegExpPrototypeExec,
  StringPrototypeRepeat,
  SymbolPrototypeToString,
} = primordials;

// Before the requires: value.js needs it in turn.
module.exports = {
  /** Kinds of properties: of a plain object; of an array, beside its elements; an element, shown without its key. */
  kOfObject: 0,
  kOfArray: 1,
  kElement: 2,
  formatExtraProperty,
  formatProperty,
};

const { formatPrimitive } = require('internal/util/inspect/primitives');
const { escapeControls, quote } = require('internal/util/inspect/strings');
const { getStringWidth } = require('internal/util/string_width');
const { formatValue } = require('internal/util/inspect/value');

const { kElement, kOfObject } = module.exports;

const identifier = /^[a-zA-Z_][a-zA-Z_0-9]*$/;

function formatKey(ctx, key) {
  if (typeof key === 'symbol') return ctx.stylize(escapeControls(SymbolPrototypeToString(key)), 'symbol');
  if (key === '__proto__') return "['__proto__']";
  return RegExpPrototypeExec(identifier, key) !== null ?
    ctx.stylize(key, 'name') : ctx.stylize(quote(key), 'string');
}

function isGetterWanted(ctx, descriptor) {
  if (ctx.getters === 'get') return descriptor.set === undefined;
  if (ctx.getters === 'set') return descriptor.set !== undefined;
  return ctx.getters === true;
}

function formatGetter(ctx, descriptor, level, receiver) {
  const label = descriptor.set !== undefined ? 'Getter/Setter' : 'Getter';
  const special = (text) => ctx.stylize(text, 'special');
  if (!isGetterWanted(ctx, descriptor)) return special(`[${label}]`);
  let text;
  ctx.indentationLvl += 2;
  try {
    const value = FunctionPrototypeCall(descriptor.get, receiver);
    if (value !== null && (typeof value === 'object' || typeof value === 'function')) {
      text = `${special(`[${label}]`)} ${formatValue(ctx, value, level)}`;
    } else {
      const shown = value === null ? ctx.stylize('null', 'null') : formatPrimitive(ctx.stylize, value, ctx);
      text = `${special(`[${label}:`)} ${shown}${special(']')}`;
    }
  } catch (error) {
    const shown = `<Inspection threw (${formatValue(ctx, error, level)})>`;
    text = `${special(`[${label}:`)} ${shown}${special(']')}`;
  }
  ctx.indentationLvl -= 2;
  return text;
}

/**
 * @param {object} ctx
 * @param {object} object
 * @param {number} level
 * @param {string | symbol | number} key
 * @param {number} kind
 * @param {object} [descriptor] of the property
 * @param {object} [receiver] on which getters are called
 * @returns {string}
 */
function formatProperty(ctx, object, level, key, kind, descriptor, receiver = object) {
  descriptor ??= ObjectGetOwnPropertyDescriptor(object, key);
  let text;
  let gap = ' ';
  if (descriptor.value !== undefined) {
    const indentation = ctx.compact === true && kind === kOfObject ? 3 : 2;
    ctx.indentationLvl += indentation;
    text = formatValue(ctx, descriptor.value, level);
    if (indentation === 3 && ctx.breakLength < getStringWidth(text, ctx.colors)) {
      gap = `\n${StringPrototypeRepeat(' ', ctx.indentationLvl)}`;
    }
    ctx.indentationLvl -= indentation;
  } else if (descriptor.get !== undefined) {
    text = formatGetter(ctx, descriptor, level, receiver);
  } else if (descriptor.set !== undefined) {
    text = ctx.stylize('[Setter]', 'special');
  } else {
    text = ctx.stylize('undefined', 'undefined');
  }
  if (kind === kElement) return text;
  const name = formatKey(ctx, key);
  return `${descriptor.enumerable === false ? `[${name}]` : name}:${gap}${text}`;
}

/** A property that is shown although it is inherited, such as the byteLength of a buffer. */
function formatExtraProperty(ctx, object, level, key, isInTypedArray) {
  ctx.indentationLvl += 2;
  const text = formatValue(ctx, object[key], level, isInTypedArray);
  ctx.indentationLvl -= 2;
  return `${ctx.stylize(`[${key}]`, 'string')}: ${text}`;
}
