'use strict';

// What other parts of lib/ need of the module system.

const {
  ArrayPrototypeForEach,
  ObjectDefineProperty,
  ObjectHasOwn,
  ReflectDefineProperty,
  StringPrototypeIncludes,
} = primordials;
const { BuiltinModule } = require('internal/bootstrap/realm');
const { validateString } = require('internal/validators');
const { makeRequireFunction } = require('internal/modules/require_function');
const { stripBOM } = require('internal/modules/text');

/**
 * Makes the built-in modules properties of `object`, loaded when one is first read: for the REPL and -e.
 * @param {object} object
 * @param {string} moduleName of the module that seems to require them
 */
function addBuiltinLibsToObject(object, moduleName) {
  const { Module } = require('internal/modules/cjs/loader');
  const stand = new Module(moduleName);
  ArrayPrototypeForEach(Module.builtinModules, (name) => {
    if (name[0] === '_' || StringPrototypeIncludes(name, '/') || StringPrototypeIncludes(name, ':') ||
        ObjectHasOwn(object, name)) {
      return;
    }
    // An assignment makes it an ordinary property, as if the getter had never been.
    const set = (value) => {
      delete object[name];
      object[name] = value;
    };
    ObjectDefineProperty(object, name, {
      __proto__: null,
      get() {
        const exports = stand.require(name);
        // In a context that froze its global object the getter stays.
        if (ObjectHasOwn(object, name)) {
          const loaded = { __proto__: null, get: () => exports, set, configurable: true, enumerable: false };
          ReflectDefineProperty(object, name, loaded);
        }
        return exports;
      },
      set,
      configurable: true,
      enumerable: false,
    });
  });
}

/** `process.getBuiltinModule`. */
function getBuiltinModule(id) {
  validateString(id, 'id');
  const found = BuiltinModule.normalizeRequirableId(id);
  return found === undefined ? undefined : BuiltinModule.map.get(found).compileForPublicLoader();
}

module.exports = { addBuiltinLibsToObject, getBuiltinModule, makeRequireFunction, stripBOM };
