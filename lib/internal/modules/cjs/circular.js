'use strict';

// What `require` returns for a module that is still being loaded.

const {
  ObjectGetOwnPropertyDescriptor,
  ObjectGetPrototypeOf,
  ObjectHasOwn,
  ObjectPrototype,
  ObjectSetPrototypeOf,
  Proxy,
  String,
} = primordials;
const { codes: { ERR_REQUIRE_CYCLE_MODULE } } = require('internal/errors');
const { isProxy } = require('internal/util/types');
const { kEvaluated } = internalBinding('module_wrap');
const { stateOf } = require('internal/modules/cjs/state');

function warn(property) {
  process.emitWarning(
    `Accessing non-existent property '${String(property)}' of module exports inside circular dependency`);
}

// While a module is being loaded in a cycle, this is the prototype of its exports: it notices reads of what is not
// there yet. Transpilers ask for __esModule of everything, so that is no sign of a mistake.
const warningPrototype = new Proxy({}, {
  __proto__: null,
  get(target, property) {
    if (property in target || property === '__esModule') return target[property];
    warn(property);
    return undefined;
  },
  getOwnPropertyDescriptor(target, property) {
    if (ObjectHasOwn(target, property) || property === '__esModule') {
      return ObjectGetOwnPropertyDescriptor(target, property);
    }
    warn(property);
    return undefined;
  },
});

function isPlain(exports, prototype) {
  return exports && !isProxy(exports) && ObjectGetPrototypeOf(exports) === prototype;
}

/** The exports of a module that is being loaded, so far. */
function getExportsForCircularRequire(module) {
  const state = stateOf(module);
  const required = state.requiredModule;
  if (required !== undefined && required.getStatus() !== kEvaluated) {
    let message = `Cannot require() ES Module ${module.id} in a cycle.`;
    if (state.lastParent) message += ` (from ${state.lastParent.filename})`;
    throw new ERR_REQUIRE_CYCLE_MODULE(message);
  }
  const { exports } = module;
  // A program may set its own prototype, which stays as it is.
  if (isPlain(exports, ObjectPrototype) && !exports.__esModule) ObjectSetPrototypeOf(exports, warningPrototype);
  return exports;
}

/** Takes the prototype away again, once the module is loaded. */
function endCircularRequire({ exports }) {
  if (isPlain(exports, warningPrototype)) ObjectSetPrototypeOf(exports, ObjectPrototype);
}

module.exports = { endCircularRequire, getExportsForCircularRequire };
