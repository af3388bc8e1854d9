'use strict';

// The classes of errors that have a code. A class is made from its code, its message (a format for
// util.format, or a function of the constructor's arguments that may also set properties on the
// error, its `this`) and its base class. A user sees the base class as the error's constructor.

const {
  ObjectDefineProperties,
  ObjectDefineProperty,
  ReflectApply,
  RegExpPrototypeExec,
} = primordials;
const { SystemError } = require('internal/errors/system');
const { kIsNodeError, withoutStackTrace } = require('internal/errors/stack');
const assert = require('internal/assert');

/** The number of arguments that a format asks for. */
function placeholdersOf(format) {
  const placeholder = /%[dfijoOs]/g;
  let count = 0;
  while (RegExpPrototypeExec(placeholder, format) !== null) count++;
  return count;
}

function wrongCount(code, given, expected) {
  assert.fail(
    `Code: ${code}; The provided arguments length (${given}) does not match the required ones (${expected}).`);
}

function fill(code, format, expected, args) {
  if (args.length !== expected) wrongCount(code, args.length, expected);
  return expected === 0 ? format : ReflectApply(require('internal/util/inspect').format, null, [format, ...args]);
}

function compose(code, message, args, error) {
  // Parameters with a default do not count.
  if (args.length < message.length) wrongCount(code, args.length, message.length);
  return ReflectApply(message, error, args);
}

function classOf(Base, code, message) {
  if (Base === SystemError) {
    return class NodeError extends SystemError {
      constructor(context) {
        super(code, message, context);
      }
    };
  }
  if (typeof message === 'string') {
    const expected = placeholdersOf(message);
    return class NodeError extends Base {
      code = code;
      constructor(...args) {
        super(fill(code, message, expected, args));
      }
    };
  }
  return class NodeError extends Base {
    code = code;
    constructor(...args) {
      super();
      ObjectDefineProperty(this, 'message', {
        __proto__: null,
        value: compose(code, message, args, this),
        enumerable: false,
        writable: true,
        configurable: true,
      });
    }
  };
}

function showAs(NodeError, Base) {
  ObjectDefineProperty(NodeError.prototype, 'constructor', {
    __proto__: null,
    get: () => Base,
    enumerable: false,
    configurable: true,
  });
}

/** Whoever throws inside of hideStackFrames() need not collect a stack that is replaced at once. */
function addClassWithoutStack(NodeError, Base) {
  let Hidden;
  ObjectDefineProperty(NodeError, 'HideStackFramesError', {
    __proto__: null,
    enumerable: false,
    configurable: true,
    get() {
      if (Hidden === undefined) {
        Hidden = class HideStackFramesError extends NodeError {
          constructor(...args) {
            withoutStackTrace(() => super(...args));
          }
        };
        showAs(Hidden, Base);
      }
      return Hidden;
    },
  });
}

/**
 * Makes the class of the errors with a code.
 * @param {Function} Base
 * @param {string} code
 * @param {string | Function} message
 * @returns {Function} with `HideStackFramesError`, a subclass that collects no stack
 */
function makeNodeError(Base, code, message) {
  const NodeError = classOf(Base, code, message);
  if (Base !== SystemError) {
    showAs(NodeError, Base);
    ObjectDefineProperties(NodeError.prototype, {
      [kIsNodeError]: { __proto__: null, get: () => true, enumerable: false, configurable: true },
      toString: {
        __proto__: null,
        value: function toString() {
          return `${this.name} [${code}]: ${this.message}`;
        },
        enumerable: false,
        writable: true,
        configurable: true,
      },
    });
  }
  addClassWithoutStack(NodeError, Base);
  return NodeError;
}

module.exports = { makeNodeError };
