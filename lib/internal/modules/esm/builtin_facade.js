'use strict';

// Built-in modules as ES modules: a default export, and a named one for each property that the exports had when they
// were first imported. module.syncBuiltinESMExports() brings changed properties over.

const {
  ArrayPrototypePush,
  ObjectHasOwn,
  SafeMap,
} = primordials;
const { BuiltinModule } = require('internal/bootstrap/realm');
const { ModuleWrap, kInstantiated } = internalBinding('module_wrap');

/** The modules made so far, by id. */
const facades = new SafeMap();

function getOwn(exports, key) {
  try {
    return ObjectHasOwn(exports, key) ? exports[key] : undefined;
  } catch {
    // A getter threw; the name is exported as undefined.
    return undefined;
  }
}

function fill(wrap, names, exports) {
  for (let i = 0; i < names.length; i++) wrap.setExport(names[i], getOwn(exports, names[i]));
  wrap.setExport('default', exports);
}

/** The ES module of the built-in module `id`, or undefined if user code may not load that. */
function facadeOf(id) {
  const known = facades.get(id);
  if (known !== undefined) return known.wrap;
  if (!BuiltinModule.canBeRequiredByUsers(id)) return undefined;
  const builtin = BuiltinModule.map.get(id);
  const exports = builtin.compileForPublicLoader();
  const names = [];
  for (let i = 0; i < builtin.exportKeys.length; i++) {
    if (builtin.exportKeys[i] !== 'default') ArrayPrototypePush(names, builtin.exportKeys[i]);
  }
  const wrap = new ModuleWrap(`node:${id}`, undefined, [...names, 'default'], () => fill(wrap, names, exports));
  wrap.instantiate();
  facades.set(id, { __proto__: null, wrap, names, exports });
  return wrap;
}

/** Brings what a program changed on built-in modules into their ES modules. */
function syncAll() {
  facades.forEach(({ wrap, names, exports }) => {
    if (wrap.getStatus() >= kInstantiated) fill(wrap, names, exports);
  });
}

module.exports = { facadeOf, syncAll };
