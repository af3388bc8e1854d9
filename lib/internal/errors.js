'use strict';

// The errors of the runtime. Each error that a program may want to tell from others has a code that never changes;
// `codes.ERR_X` is its class. Messages are in internal/errors/messages, by area.

const {
  AggregateError,
  ArrayIsArray,
  ArrayPrototypePush,
  Error,
  ErrorCaptureStackTrace,
  ObjectAssign,
  RangeError,
  SafeArrayIterator,
  Symbol,
  SyntaxError,
  TypeError,
  URIError,
} = primordials;
const {
  addNumericalSeparator,
  determineSpecificType,
  formatList,
  inspectWithNoCustomRetry,
} = require('internal/errors/describe');
const { makeNodeError } = require('internal/errors/node_error');
const stack = require('internal/errors/stack');
const system = require('internal/errors/system');

const { hideStackFrames, kIsNodeError, withoutStackTrace } = stack;
const { SystemError } = system;

const bases = { __proto__: null, Error, RangeError, SyntaxError, SystemError, TypeError, URIError };

/** Classes by code. @type {Record<string, Function>} */
const codes = {};

/** Codes whose errors come in a second class, as `codes.ERR_X.RangeError`. */
const variants = {
  __proto__: null,
  ERR_HTTP2_INVALID_SETTING_VALUE: [RangeError],
  ERR_INVALID_ARG_VALUE: [RangeError],
  ERR_INVALID_RETURN_VALUE: [RangeError],
  ERR_INVALID_STATE: [TypeError, RangeError],
  ERR_OPERATION_FAILED: [TypeError],
};

/**
 * Adds an error class to `codes`.
 * @param {string} code
 * @param {string | Function} message a format for util.format, or a function of the constructor's arguments
 * @param {Function} Base
 * @param {...Function} others further bases
 */
function E(code, message, Base, ...others) {
  const NodeError = makeNodeError(Base, code, message);
  for (let i = 0; i < others.length; i++) NodeError[others[i].name] = makeNodeError(others[i], code, message);
  codes[code] = NodeError;
}

function defineAll(messages) {
  for (const base in messages) {
    for (const code in messages[base]) E(code, messages[base][code], bases[base], ...variants[code] ?? []);
  }
}

defineAll(require('internal/errors/messages/general'));
defineAll(require('internal/errors/messages/io'));
defineAll(require('internal/errors/messages/modules'));
defineAll(require('internal/errors/messages/net'));
defineAll(require('internal/errors/messages/http'));
defineAll(require('internal/errors/messages/http2'));
defineAll(require('internal/errors/messages/crypto'));
defineAll(require('internal/errors/messages/runtime'));

/** What an aborted operation fails with: `name` AbortError, `code` ABORT_ERR. */
class AbortError extends Error {
  constructor(message = 'The operation was aborted', options = undefined) {
    if (options !== undefined && typeof options !== 'object') {
      throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
    }
    super(message, options);
    this.code = 'ABORT_ERR';
    this.name = 'AbortError';
  }
}

/** Several errors of one operation; the code is the first one's. */
class NodeAggregateError extends AggregateError {
  constructor(errors, message) {
    super(new SafeArrayIterator(errors), message);
    this.code = errors[0]?.code;
  }

  get [kIsNodeError]() {
    return true;
  }

  get ['constructor']() {
    return AggregateError;
  }
}

/**
 * One error for two: `outer` came up while `inner` was handled.
 * @param {Error} [inner]
 * @param {Error} [outer]
 * @returns {Error}
 */
function aggregateTwoErrors(inner, outer) {
  if (!inner || !outer || inner === outer) return inner || outer;
  if (ArrayIsArray(outer.errors)) {
    ArrayPrototypePush(outer.errors, inner);
    return outer;
  }
  const error = withoutStackTrace(() => new AggregateError(new SafeArrayIterator([outer, inner]), outer.message));
  ErrorCaptureStackTrace(error, aggregateTwoErrors);
  error.code = outer.code;
  return error;
}

/**
 * An Error with properties.
 * @param {string} message
 * @param {object} properties
 * @returns {Error}
 */
const genericNodeError = hideStackFrames(function genericNodeError(message, properties) {
  return ObjectAssign(new Error(message), properties);
});

/** A method by this name gives the stack that is shown of an error that ends the process. */
const kEnhanceStackBeforeInspector = Symbol('kEnhanceStackBeforeInspector');

module.exports = {
  ...stack,
  ...system,
  AbortError,
  E,
  NodeAggregateError,
  addNumericalSeparator,
  aggregateTwoErrors,
  codes,
  determineSpecificType,
  formatList,
  genericNodeError,
  inspectWithNoCustomRetry,
  kEnhanceStackBeforeInspector,
  kIsNodeError,
};
