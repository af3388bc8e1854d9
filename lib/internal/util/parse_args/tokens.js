'use strict';

// The first half of `util.parseArgs`: what each argument is.

const {
  ArrayPrototypePush,
  ObjectKeys,
  ObjectPrototypeHasOwnProperty,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
} = primordials;

/** The own property of `object`, undefined if it is inherited or there is none. */
function own(object, key) {
  return ObjectPrototypeHasOwnProperty(object, key) ? object[key] : undefined;
}

/** The own property of the option `name`. */
function ownOfOption(options, name, key) {
  const option = own(options, name);
  return option === undefined ? undefined : own(option, key);
}

// The option with a short name, or else the short name.
function longName(short, options) {
  const names = ObjectKeys(options);
  for (let i = 0; i < names.length; i++) {
    if (own(options[names[i]], 'short') === short) return names[i];
  }
  return short;
}

/** Collects the tokens of a list of arguments. */
class Tokenizer {
  tokens = [];
  /** The argument at hand. */
  index = 0;

  constructor(args, options) {
    this.args = args;
    this.options = options;
  }

  takesValue(name) {
    return ownOfOption(this.options, name, 'type') === 'string';
  }

  positional(value) {
    ArrayPrototypePush(this.tokens, { kind: 'positional', index: this.index, value });
  }

  option(name, rawName, value, inlineValue) {
    ArrayPrototypePush(this.tokens, { kind: 'option', name, rawName, index: this.index, value, inlineValue });
  }

  // An option whose value, if it takes one, is the next argument.
  optionWithNext(name, rawName) {
    const next = this.takesValue(name) ? this.args[this.index + 1] : undefined;
    if (next == null) {
      this.option(name, rawName, undefined, undefined);
      return;
    }
    this.option(name, rawName, next, false);
    this.index++;
  }

  long(argument) {
    const equals = StringPrototypeIndexOf(argument, '=', 3);
    if (equals === -1) {
      this.optionWithNext(StringPrototypeSlice(argument, 2), argument);
      return;
    }
    const rawName = StringPrototypeSlice(argument, 0, equals);
    this.option(StringPrototypeSlice(rawName, 2), rawName, StringPrototypeSlice(argument, equals + 1), true);
  }

  // `-abcvalue`: flags up to the first option that takes a value, to which the rest belongs.
  short(argument) {
    for (let i = 1; i < argument.length; i++) {
      const name = longName(argument[i], this.options);
      const rawName = `-${argument[i]}`;
      const isLast = i === argument.length - 1;
      if (isLast) {
        this.optionWithNext(name, rawName);
      } else if (this.takesValue(name)) {
        this.option(name, rawName, StringPrototypeSlice(argument, i + 1), true);
        return;
      } else {
        this.option(name, rawName, undefined, undefined);
      }
    }
  }

  run() {
    const { args } = this;
    for (; this.index < args.length; this.index++) {
      const argument = args[this.index];
      if (argument === '--') {
        ArrayPrototypePush(this.tokens, { kind: 'option-terminator', index: this.index });
        for (this.index++; this.index < args.length; this.index++) this.positional(args[this.index]);
        break;
      }
      if (argument.length > 2 && StringPrototypeStartsWith(argument, '--')) this.long(argument);
      else if (argument.length > 1 && argument[0] === '-' && argument[1] !== '-') this.short(argument);
      else this.positional(argument);
    }
    return this.tokens;
  }
}

/**
 * @param {string[]} args
 * @param {object} options as for parseArgs
 * @returns {object[]}
 */
function tokenize(args, options) {
  return new Tokenizer(args, options).run();
}

module.exports = { own, ownOfOption, tokenize };
