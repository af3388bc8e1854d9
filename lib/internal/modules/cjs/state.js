'use strict';

// What the loaders know about a CommonJS module and a program should not see. It is a private field, stamped onto the
// module by a constructor that returns what it is given: as fast as a property, and `inspect` does not show it.

const { Symbol } = primordials;

class Given {
  constructor(object) {
    return object;
  }
}

class State extends Given {
  #state = {
    __proto__: null,
    /** The module that required it first, as `module.parent` says. */
    firstParent: undefined,
    /** The module that required it last. */
    lastParent: undefined,
    /** Its text, if somebody read it already. */
    source: undefined,
    /** The names that an ES module may import from it. */
    exportNames: undefined,
    /** What it exported at the end of its evaluation, for an ES module that imports it. */
    finalExports: undefined,
    /** Whether a cycle through the ES module loader came by. */
    visited: false,
    /** The ES module behind it, if it was required. */
    requiredModule: undefined,
  };

  static of(module) {
    if (!(#state in module)) new State(module);
    return module.#state;
  }
}

/** The hidden state of a module. */
const stateOf = State.of;

module.exports = {
  stateOf,
  // What Node shows as well.
  kFormat: Symbol('kFormat'),
  kIsCachedByESMLoader: Symbol('kIsCachedByESMLoader'),
  kIsExecuting: Symbol('kIsExecuting'),
  kIsMainSymbol: Symbol('kIsMainSymbol'),
  kURL: Symbol('kURL'),
};
