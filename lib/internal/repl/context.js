'use strict';

// The global object of a session that does not use the program's own.

const { ObjectDefineProperty, ObjectGetOwnPropertyDescriptor, ObjectGetOwnPropertyNames, SafeSet, globalThis } = primordials;
const vm = require('vm');
const { addReplGlobals } = require('internal/repl/globals');

/** @returns {object} a contextified object with what Node adds to the language's globals */
function createReplContext() {
  const context = vm.createContext();
  // The language's own are there already, and differ in each context.
  const own = new SafeSet(vm.runInContext('Object.getOwnPropertyNames(globalThis)', context));
  const names = ObjectGetOwnPropertyNames(globalThis);
  for (let i = 0; i < names.length; i++) {
    if (!own.has(names[i])) {
      ObjectDefineProperty(context, names[i], {
        __proto__: null, ...ObjectGetOwnPropertyDescriptor(globalThis, names[i]),
      });
    }
  }
  context.global = context;
  const { Console } = require('internal/console/constructor');
  ObjectDefineProperty(context, 'console', {
    __proto__: null, configurable: true, writable: true, value: new Console(process.stdout, process.stderr),
  });
  addReplGlobals(context);
  return context;
}

module.exports = { createReplContext };
