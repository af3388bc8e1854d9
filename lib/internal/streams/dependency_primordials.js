'use strict';

// The built-ins that readable-stream asks for under names of its own, and all others.

const { RegExpPrototypeExec } = primordials;

module.exports = {
  __proto__: primordials,
  RegExpPrototypeTest: (expression, text) => RegExpPrototypeExec(expression, text) !== null,
};
