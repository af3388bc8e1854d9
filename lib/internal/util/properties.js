'use strict';

// Ways to put properties on objects: Web IDL's, and lazily loaded ones.

const {
  FunctionPrototypeCall,
  ObjectDefineProperty,
  ObjectFreeze,
  ObjectGetOwnPropertyDescriptor,
  SymbolPrototypeGetDescription,
} = primordials;
const assert = require('internal/assert');

const kEmptyObject = ObjectFreeze({ __proto__: null });
const kEnumerableProperty = ObjectFreeze({ __proto__: null, enumerable: true });

function define(target, key, value, enumerable) {
  ObjectDefineProperty(target, key, { __proto__: null, value, writable: true, enumerable, configurable: true });
}

/** `target[key] = value`, past setters that are inherited. */
function setOwnProperty(target, key, value) {
  define(target, key, value, true);
  return value;
}

/** An operation of Web IDL: `fetch` on the global object. */
function defineOperation(target, name, method) {
  define(target, name, method, true);
}

/** An interface of Web IDL: `Event` on the global object. */
function exposeInterface(target, name, interfaceObject) {
  define(target, name, interfaceObject, false);
}

/** A namespace of Web IDL: `console` on the global object. */
function exposeNamespace(target, name, namespaceObject) {
  define(target, name, namespaceObject, false);
}

/**
 * Gives `fn` a name that its syntax could not.
 * @param {string | symbol} name
 * @param {Function} fn
 * @param {object} [descriptor] further attributes of the property `name`
 * @returns {Function} fn
 */
function assignFunctionName(name, fn, descriptor = kEmptyObject) {
  let value = name;
  if (typeof name !== 'string') {
    const description = SymbolPrototypeGetDescription(name);
    assert(description !== undefined, 'Attempted to name function after descriptionless Symbol');
    value = `[${description}]`;
  }
  return ObjectDefineProperty(fn, 'name', {
    __proto__: null,
    writable: false,
    enumerable: false,
    configurable: true,
    ...ObjectGetOwnPropertyDescriptor(fn, 'name'),
    ...descriptor,
    value,
  });
}

/**
 * Properties whose values are exports of a built-in module, which is loaded when one is first read. From then on they
 * are plain properties.
 * @param {object} target
 * @param {string} id of the module
 * @param {string[]} keys names of the exports and of the properties
 * @param {boolean} [enumerable]
 */
function defineLazyProperties(target, id, keys, enumerable = true) {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const set = assignFunctionName(key, function(value) {
      define(target, key, value, enumerable);
    });
    const get = assignFunctionName(key, function() {
      const value = require(id)[key];
      define(target, key, value, enumerable);
      return value;
    });
    ObjectDefineProperty(target, key, { __proto__: null, get, set, enumerable, configurable: true });
  }
}

/** Interfaces of Web IDL that are loaded when they are first read. */
function exposeLazyInterfaces(target, id, keys) {
  defineLazyProperties(target, id, keys, false);
}

/**
 * Attributes of Web IDL, [Replaceable] if `writable`: accessors whose value is an export of a built-in module.
 * @param {object} target
 * @param {string} id
 * @param {string[]} keys
 * @param {boolean} [writable]
 * @param {Function} [check] called with the receiver before a read; may throw
 */
function defineReplaceableLazyAttribute(target, id, keys, writable = true, check) {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    let value;
    let isSet = false;
    const get = assignFunctionName(`get ${key}`, function() {
      if (check !== undefined) FunctionPrototypeCall(check, this);
      if (!isSet) {
        value = require(id)[key];
        isSet = true;
      }
      return value;
    });
    const set = writable ? assignFunctionName(`set ${key}`, function(replacement) {
      isSet = true;
      value = replacement;
    }) : undefined;
    ObjectDefineProperty(target, key, { __proto__: null, get, set, enumerable: true, configurable: true });
  }
}

module.exports = {
  assignFunctionName,
  defineLazyProperties,
  defineOperation,
  defineReplaceableLazyAttribute,
  exposeInterface,
  exposeLazyInterfaces,
  exposeNamespace,
  kEmptyObject,
  kEnumerableProperty,
  setOwnProperty,
};
