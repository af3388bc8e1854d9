'use strict';

// Errors of arguments, values and URLs, and those that fit nowhere else.

const {
  ArrayIsArray,
  ArrayPrototypeIncludes,
  ArrayPrototypeIndexOf,
  ArrayPrototypeJoin,
  ArrayPrototypeMap,
  ArrayPrototypePush,
  ArrayPrototypeSplice,
  JSONStringify,
  MathAbs,
  NumberIsInteger,
  RegExpPrototypeExec,
  String,
  StringPrototypeEndsWith,
  StringPrototypeIncludes,
  StringPrototypeSlice,
  StringPrototypeToLowerCase,
} = primordials;
const {
  addNumericalSeparator,
  determineSpecificType,
  formatList,
  inspect,
} = require('internal/errors/describe');
const assert = require('internal/assert');

const typeNames = ['string', 'function', 'number', 'object', 'Function', 'Object', 'boolean', 'bigint', 'symbol'];
const className = /^[A-Z][a-zA-Z0-9]*$/;

/** `options.depth` is a property, `depth` an argument. */
function kind(name) {
  return StringPrototypeIncludes(name, '.') ? 'property' : 'argument';
}

/** `"path" argument`; a name such as `first argument` stands for itself. */
function argument(name) {
  assert(typeof name === 'string', "'name' must be a string");
  return StringPrototypeEndsWith(name, ' argument') ? name : `"${name}" ${kind(name)}`;
}

/** What would have been right: `one of type string or number or an instance of Buffer or URL`. */
function describeExpected(expected) {
  const list = ArrayIsArray(expected) ? expected : [expected];
  const types = [];
  const classes = [];
  const others = [];
  for (let i = 0; i < list.length; i++) {
    const entry = list[i];
    assert(typeof entry === 'string', 'All expected entries have to be of type string');
    if (ArrayPrototypeIncludes(typeNames, entry)) ArrayPrototypePush(types, StringPrototypeToLowerCase(entry));
    else ArrayPrototypePush(RegExpPrototypeExec(className, entry) === null ? others : classes, entry);
  }
  // Beside other classes, an object is an instance of Object.
  const object = classes.length > 0 ? ArrayPrototypeIndexOf(types, 'object') : -1;
  if (object !== -1) {
    ArrayPrototypeSplice(types, object, 1);
    ArrayPrototypePush(classes, 'Object');
  }

  const parts = [];
  if (types.length > 0) {
    ArrayPrototypePush(parts, `${types.length > 1 ? 'one of type' : 'of type'} ${formatList(types, 'or')}`);
  }
  if (classes.length > 0) ArrayPrototypePush(parts, `an instance of ${formatList(classes, 'or')}`);
  if (others.length > 1) {
    ArrayPrototypePush(parts, `one of ${formatList(others, 'or')}`);
  } else if (others.length === 1) {
    const article = StringPrototypeToLowerCase(others[0]) === others[0] ? '' : 'an ';
    ArrayPrototypePush(parts, `${article}${others[0]}`);
  }
  return ArrayPrototypeJoin(parts, ' or ');
}

/** The value for a message about a range, with long numbers in groups of three digits. */
function numberInGroups(value) {
  if (typeof value === 'bigint') {
    const isLong = value > 2n ** 32n || value < -(2n ** 32n);
    return `${isLong ? addNumericalSeparator(String(value)) : value}n`;
  }
  const isLong = NumberIsInteger(value) && MathAbs(value) > 2 ** 32;
  return isLong ? addNumericalSeparator(String(value)) : inspect(value);
}

module.exports = {
  __proto__: null,
  Error: {
    __proto__: null,
    ERR_ACCESS_DENIED(message, permission = '', resource = '') {
      this.permission = permission;
      this.resource = resource;
      return message;
    },
    ERR_ASSERTION: '%s',
    ERR_EVENT_RECURSION: 'The event "%s" is already being dispatched',
    ERR_FALSY_VALUE_REJECTION(reason) {
      this.reason = reason;
      return 'Promise was rejected with falsy value';
    },
    ERR_INTERNAL_ASSERTION(message) {
      const advice = 'This is caused by either a bug in Phasor or incorrect usage of its internals.\n';
      return message === undefined ? advice : `${message}\n${advice}`;
    },
    ERR_INVALID_STATE: 'Invalid state: %s',
    ERR_OPERATION_FAILED: 'Operation failed: %s',
    ERR_SYNTHETIC: 'JavaScript Callstack',
    ERR_THROTTLED: 'The call was dropped by the throttled function',
    ERR_UNHANDLED_ERROR(error = undefined) {
      return error === undefined ? 'Unhandled error.' : `Unhandled error. (${error})`;
    },
    ERR_USE_AFTER_CLOSE: '%s was closed',
  },
  TypeError: {
    __proto__: null,
    ERR_ARG_NOT_ITERABLE: '%s must be iterable',
    ERR_ASYNC_CALLBACK: '%s must be a function',
    ERR_ASYNC_TYPE: 'Invalid name for async "type": %s',
    ERR_CONSTRUCT_CALL_REQUIRED: 'Class constructor %s cannot be invoked without `new`',
    ERR_FEATURE_UNAVAILABLE_ON_PLATFORM:
      'The feature %s is unavailable on the current platform, which is being used to run Node.js',
    ERR_ILLEGAL_CONSTRUCTOR: 'Illegal constructor',
    ERR_INCOMPATIBLE_OPTION_PAIR: 'Option "%s" cannot be used in combination with option "%s"',
    ERR_INVALID_ARG_TYPE(name, expected, actual) {
      return `The ${argument(name)} must be ${describeExpected(expected)}. Received ${determineSpecificType(actual)}`;
    },
    ERR_INVALID_ARG_VALUE(name, value, reason = 'is invalid') {
      let shown = inspect(value);
      if (shown.length > 128) shown = `${StringPrototypeSlice(shown, 0, 128)}...`;
      return `The ${kind(name)} '${name}' ${reason}. Received ${shown}`;
    },
    ERR_INVALID_CHAR(name, field = undefined) {
      return `Invalid character in ${name}${field === undefined ? '' : ` ["${field}"]`}`;
    },
    ERR_INVALID_FILE_URL_HOST: 'File URL host must be "localhost" or empty on %s',
    ERR_INVALID_FILE_URL_PATH(reason, input) {
      this.input = input;
      return `File URL path ${reason}`;
    },
    ERR_INVALID_MIME_SYNTAX(production, text, index) {
      return `The MIME syntax for a ${production} in "${text}" is invalid${index === -1 ? '' : ` at ${index}`}`;
    },
    ERR_INVALID_REPL_EVAL_CONFIG: 'Cannot specify both "breakEvalOnSigint" and "eval" for REPL',
    ERR_INVALID_REPL_INPUT: '%s',
    ERR_INVALID_RETURN_VALUE(expected, name, value) {
      return `Expected ${expected} to be returned from the "${name}" function but got ${determineSpecificType(value)}.`;
    },
    ERR_INVALID_THIS: 'Value of "this" must be of type %s',
    ERR_INVALID_TUPLE: '%s must be an iterable %s tuple',
    ERR_INVALID_URL(input, base = null) {
      this.input = input;
      // Neither is part of the message: URLs carry secrets.
      if (base != null) this.base = base;
      return 'Invalid URL';
    },
    ERR_INVALID_URL_SCHEME(expected) {
      return `The URL must be ${typeof expected === 'string' || expected.length === 1 ?
        `of scheme ${expected}` : `one of scheme ${ArrayPrototypeJoin(expected, ' or ')}`}`;
    },
    ERR_MISSING_ARGS(...names) {
      assert(names.length > 0, 'At least one arg needs to be specified');
      const quote = (name) => `"${name}"`;
      const quoted = ArrayPrototypeMap(names, (name) => (
        ArrayIsArray(name) ? ArrayPrototypeJoin(ArrayPrototypeMap(name, quote), ' or ') : quote(name)));
      return `The ${formatList(quoted)} argument${names.length > 1 ? 's' : ''} must be specified`;
    },
    ERR_MISSING_OPTION: '%s is required',
    ERR_PARSE_ARGS_INVALID_OPTION_VALUE: '%s',
    ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: "Unexpected argument '%s'. This command does not take positional arguments",
    ERR_PARSE_ARGS_UNKNOWN_OPTION(option, allowPositionals) {
      return `Unknown option '${option}'${allowPositionals ?
        ". To specify a positional argument starting with a '-', place it at the end of the command after '--'" +
        `, as in '-- ${JSONStringify(option)}` : ''}`;
    },
    ERR_UNESCAPED_CHARACTERS: '%s contains unescaped characters',
    ERR_UNKNOWN_SIGNAL: 'Unknown signal: %s',
  },
  RangeError: {
    __proto__: null,
    ERR_INVALID_ASYNC_ID: 'Invalid %s value: %s',
    ERR_OUT_OF_RANGE(name, range, input, isWholeSentence = false) {
      assert(range, 'Missing "range" argument');
      const sentence = isWholeSentence ? name : `The value of "${name}" is out of range.`;
      return `${sentence} It must be ${range}. Received ${numberInGroups(input)}`;
    },
  },
  URIError: {
    __proto__: null,
    ERR_INVALID_URI: 'URI malformed',
  },
  SystemError: {
    __proto__: null,
    ERR_SYSTEM_ERROR: 'A system error occurred',
  },
};
