'use strict';

// The global `console`. Its streams are those of the process, opened when something is first printed.

const { ObjectKeys, globalThis } = primordials;
const { Console, bindMethod, bindStreamsLazily, initialize } = require('internal/console/constructor');

// It has an own prototype, but is none of the class's instances.
const globalConsole = { __proto__: {} };

const names = ObjectKeys(Console.prototype);
for (let i = 0; i < names.length; i++) {
  const method = Console.prototype[names[i]];
  globalConsole[names[i]] = bindMethod(method, names[i], globalConsole);
}
initialize(globalConsole, true, 'auto');
bindStreamsLazily(globalConsole, process);
globalConsole.Console = Console;

// What only V8's own console has is for debuggers.
const { console: engineConsole } = globalThis;
const engineNames = ObjectKeys(engineConsole);
for (let i = 0; i < engineNames.length; i++) globalConsole[engineNames[i]] ??= engineConsole[engineNames[i]];

module.exports = globalConsole;
