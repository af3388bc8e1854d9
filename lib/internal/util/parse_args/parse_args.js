'use strict';

// `util.parseArgs`: arguments are first turned into tokens, which are then checked and collected.

const {
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ObjectKeys,
  ObjectPrototypeHasOwnProperty,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
} = primordials;
const {
  codes: {
    ERR_INVALID_ARG_VALUE,
    ERR_PARSE_ARGS_INVALID_OPTION_VALUE,
    ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL,
    ERR_PARSE_ARGS_UNKNOWN_OPTION,
  },
} = require('internal/errors');
const { getOptionValue } = require('internal/options');
const { kEmptyObject } = require('internal/util');
const { own, ownOfOption, tokenize } = require('internal/util/parse_args/tokens');
const {
  validateArray,
  validateBoolean,
  validateBooleanArray,
  validateObject,
  validateString,
  validateStringArray,
  validateUnion,
} = require('internal/validators');

// What follows the script, or the code of --eval.
function mainArguments() {
  const hasScript = !getOptionValue('--eval');
  return ArrayPrototypeSlice(process.argv, hasScript ? 2 : 1);
}

function validateOption(name, option) {
  const path = `options.${name}`;
  validateObject(option, path);
  const type = own(option, 'type');
  validateUnion(type, `${path}.type`, ['string', 'boolean']);
  if (ObjectPrototypeHasOwnProperty(option, 'short')) {
    validateString(option.short, `${path}.short`);
    if (option.short.length !== 1) {
      throw new ERR_INVALID_ARG_VALUE(`${path}.short`, option.short, 'must be a single character');
    }
  }
  const multiple = own(option, 'multiple');
  if (ObjectPrototypeHasOwnProperty(option, 'multiple')) validateBoolean(multiple, `${path}.multiple`);
  const fallback = own(option, 'default');
  if (fallback === undefined) return;
  const validate = type === 'string' ?
    (multiple ? validateStringArray : validateString) : (multiple ? validateBooleanArray : validateBoolean);
  validate(fallback, `${path}.default`);
}

function isNegated(token, allowNegative) {
  return allowNegative && StringPrototypeStartsWith(token.name, 'no-');
}

// The option that a token names, perhaps with `no-` before it.
function knownName(token, config) {
  const { options, allowNegative, allowPositionals } = config;
  if (ObjectPrototypeHasOwnProperty(options, token.name)) return token.name;
  if (isNegated(token, allowNegative)) {
    const name = StringPrototypeSlice(token.name, 3);
    if (ownOfOption(options, name, 'type') === 'boolean') return name;
  }
  throw new ERR_PARSE_ARGS_UNKNOWN_OPTION(token.rawName, allowPositionals);
}

// In strict mode, an option has to be known and used as its type says.
function checkUsage(token, config) {
  const { options } = config;
  const name = knownName(token, config);
  const short = ownOfOption(options, name, 'short');
  const shown = `${short ? `-${short}, ` : ''}--${name}`;
  const type = ownOfOption(options, name, 'type');
  if (type === 'string' && typeof token.value !== 'string') {
    throw new ERR_PARSE_ARGS_INVALID_OPTION_VALUE(`Option '${shown} <value>' argument missing`);
  }
  if (type === 'boolean' && token.value != null) {
    throw new ERR_PARSE_ARGS_INVALID_OPTION_VALUE(`Option '${shown}' does not take an argument`);
  }
}

// In strict mode, a value that looks like an option has to be written together with its option.
function checkAmbiguity(token) {
  const { value, rawName, name, inlineValue } = token;
  if (inlineValue || value == null || value.length < 2 || value[0] !== '-') return;
  const example = StringPrototypeStartsWith(rawName, '--') ?
    `'${rawName}=-XYZ'` : `'--${name}=-XYZ' or '${rawName}-XYZ'`;
  throw new ERR_PARSE_ARGS_INVALID_OPTION_VALUE(
    `Option '${rawName}' argument is ambiguous.\n` +
    `Did you forget to specify the option argument for '${rawName}'?\n` +
    `To specify an option argument starting with a dash use ${example}.`);
}

function store(token, { options, allowNegative }, values) {
  if (token.name === '__proto__') return;
  let { value } = token;
  if (value === undefined && isNegated(token, allowNegative)) {
    token.name = StringPrototypeSlice(token.name, 3);
    value = false;
  }
  value ??= true;
  if (!ownOfOption(options, token.name, 'multiple')) values[token.name] = value;
  else if (values[token.name]) ArrayPrototypePush(values[token.name], value);
  else values[token.name] = [value];
}

/**
 * @param {object} [config] args, options, strict, allowPositionals, allowNegative, tokens
 * @returns {{ values: object, positionals: string[], tokens?: object[] }}
 */
function parseArgs(config = kEmptyObject) {
  const args = own(config, 'args') ?? mainArguments();
  const strict = own(config, 'strict') ?? true;
  const allowPositionals = own(config, 'allowPositionals') ?? !strict;
  const returnTokens = own(config, 'tokens') ?? false;
  const allowNegative = own(config, 'allowNegative') ?? false;
  const options = own(config, 'options') ?? { __proto__: null };

  validateArray(args, 'args');
  validateBoolean(strict, 'strict');
  validateBoolean(allowPositionals, 'allowPositionals');
  validateBoolean(returnTokens, 'tokens');
  validateBoolean(allowNegative, 'allowNegative');
  validateObject(options, 'options');
  const names = ObjectKeys(options);
  for (let i = 0; i < names.length; i++) validateOption(names[i], options[names[i]]);

  const checked = { allowNegative, allowPositionals, options };
  const tokens = tokenize(args, options);
  const result = { values: { __proto__: null }, positionals: [] };
  if (returnTokens) result.tokens = tokens;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token.kind === 'option') {
      if (strict) {
        checkUsage(token, checked);
        checkAmbiguity(token);
      }
      store(token, checked, result.values);
    } else if (token.kind === 'positional') {
      if (!allowPositionals) throw new ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL(token.value);
      ArrayPrototypePush(result.positionals, token.value);
    }
  }
  for (let i = 0; i < names.length; i++) {
    const fallback = own(options[names[i]], 'default');
    if (fallback !== undefined && result.values[names[i]] === undefined && names[i] !== '__proto__') {
      result.values[names[i]] = fallback;
    }
  }
  return result;
}

module.exports = { parseArgs };
