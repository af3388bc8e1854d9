'use strict';

// DOMException of Web IDL: an object made by Error, so that it has a stack, whose name and message are
// accessors of the prototype.

const {
  Error,
  ErrorPrototype,
  NumberIsFinite,
  NumberIsNaN,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ObjectSetPrototypeOf,
  RangeError,
  SafeWeakMap,
  SymbolToStringTag,
  TypeError,
} = primordials;
const { codes: { ERR_INVALID_THIS } } = require('internal/errors');
const { kClone, kDeserialize, markTransferMode } = require('internal/worker/transferable');

/** Names by code, under the names of the class's constants. */
const constants = [
  ['INDEX_SIZE_ERR', 'IndexSizeError'],
  ['DOMSTRING_SIZE_ERR', undefined],
  ['HIERARCHY_REQUEST_ERR', 'HierarchyRequestError'],
  ['WRONG_DOCUMENT_ERR', 'WrongDocumentError'],
  ['INVALID_CHARACTER_ERR', 'InvalidCharacterError'],
  ['NO_DATA_ALLOWED_ERR', undefined],
  ['NO_MODIFICATION_ALLOWED_ERR', 'NoModificationAllowedError'],
  ['NOT_FOUND_ERR', 'NotFoundError'],
  ['NOT_SUPPORTED_ERR', 'NotSupportedError'],
  ['INUSE_ATTRIBUTE_ERR', 'InUseAttributeError'],
  ['INVALID_STATE_ERR', 'InvalidStateError'],
  ['SYNTAX_ERR', 'SyntaxError'],
  ['INVALID_MODIFICATION_ERR', 'InvalidModificationError'],
  ['NAMESPACE_ERR', 'NamespaceError'],
  ['INVALID_ACCESS_ERR', 'InvalidAccessError'],
  ['VALIDATION_ERR', undefined],
  ['TYPE_MISMATCH_ERR', 'TypeMismatchError'],
  ['SECURITY_ERR', 'SecurityError'],
  ['NETWORK_ERR', 'NetworkError'],
  ['ABORT_ERR', 'AbortError'],
  ['URL_MISMATCH_ERR', 'URLMismatchError'],
  ['QUOTA_EXCEEDED_ERR', 'QuotaExceededError'],
  ['TIMEOUT_ERR', 'TimeoutError'],
  ['INVALID_NODE_TYPE_ERR', 'InvalidNodeTypeError'],
  ['DATA_CLONE_ERR', 'DataCloneError'],
];

const codeByName = { __proto__: null };
/** Name and message by exception. */
const internals = new SafeWeakMap();

function internalsOf(exception) {
  const found = internals.get(exception);
  if (found === undefined) throw new ERR_INVALID_THIS('DOMException');
  return found;
}

class DOMException {
  constructor(message = '', options = 'Error') {
    // The class itself may not extend Error: its prototype is that of functions.
    const self = new Error();
    ObjectSetPrototypeOf(self, new.target.prototype);
    markTransferMode(self, true, false);
    const isObject = options !== null && typeof options === 'object';
    internals.set(self, { message: `${message}`, name: `${isObject ? options.name : options}` });
    if (isObject && 'cause' in options) define(self, 'cause', options.cause);
    return self;
  }

  get name() {
    return internalsOf(this).name;
  }

  get message() {
    return internalsOf(this).message;
  }

  get code() {
    return codeByName[internalsOf(this).name] ?? 0;
  }

  [kClone]() {
    const { message, name } = internalsOf(this);
    const data = { message, name, stack: this.stack };
    return { data, deserializeInfo: 'internal/domexception:DOMException' };
  }

  [kDeserialize]({ message, name, stack }) {
    internals.set(this, { message, name });
    define(this, 'stack', stack);
  }
}

function define(target, key, value) {
  ObjectDefineProperty(target, key, { __proto__: null, value, configurable: true, writable: true, enumerable: false });
}

ObjectSetPrototypeOf(DOMException.prototype, ErrorPrototype);
ObjectDefineProperties(DOMException.prototype, {
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'DOMException' },
  name: { __proto__: null, enumerable: true, configurable: true },
  message: { __proto__: null, enumerable: true, configurable: true },
  code: { __proto__: null, enumerable: true, configurable: true },
});

for (let i = 0; i < constants.length; i++) {
  const { 0: constant, 1: name } = constants[i];
  const descriptor = { __proto__: null, enumerable: true, value: i + 1 };
  ObjectDefineProperty(DOMException, constant, descriptor);
  ObjectDefineProperty(DOMException.prototype, constant, descriptor);
  if (name !== undefined) codeByName[name] = i + 1;
}

// A number of the options: finite and not negative, null if it is not given.
function readLimit(options, key) {
  if (options === null || options === undefined || !(key in options)) return null;
  const number = +options[key];
  if (!NumberIsFinite(number)) {
    throw new TypeError(
      `Cannot convert options.${key} to a double: the value is ${NumberIsNaN(number) ? 'NaN' : 'Infinity'}`);
  }
  if (number < 0) throw new RangeError(`options.${key} must not be negative`);
  return number;
}

/** More was asked for than there may be. */
class QuotaExceededError extends DOMException {
  #quota;
  #requested;

  constructor(message = '', options = { __proto__: null }) {
    super(message, 'QuotaExceededError');
    this.#quota = readLimit(options, 'quota');
    this.#requested = readLimit(options, 'requested');
    if (this.#quota !== null && this.#requested !== null && this.#requested < this.#quota) {
      throw new RangeError('options.requested must not be less than options.quota');
    }
  }

  get quota() {
    if (!(#quota in this)) throw new ERR_INVALID_THIS('QuotaExceededError');
    return this.#quota;
  }

  get requested() {
    if (!(#requested in this)) throw new ERR_INVALID_THIS('QuotaExceededError');
    return this.#requested;
  }
}

ObjectDefineProperties(QuotaExceededError.prototype, {
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'QuotaExceededError' },
  quota: { __proto__: null, enumerable: true, configurable: true },
  requested: { __proto__: null, enumerable: true, configurable: true },
});

module.exports = { DOMException, QuotaExceededError };
