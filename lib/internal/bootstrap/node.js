'use strict';

// Builds `process` and the globals, and loads the modules that belong into the snapshot. Runs while the snapshot is
// made: whatever depends on the process waits for internal/process/prepare.

const {
  FunctionPrototypeCall,
  ObjectCreate,
  ObjectDefineProperty,
  ObjectSetPrototypeOf,
  SymbolToStringTag,
  globalThis,
} = primordials;
const { BuiltinModule } = require('internal/bootstrap/realm');
const EventEmitter = require('events');

const processClass = function process() {};
processClass.prototype = ObjectCreate(EventEmitter.prototype, {
  __proto__: null,
  constructor: { __proto__: null, value: processClass, writable: true, enumerable: false, configurable: true },
});
ObjectSetPrototypeOf(process, processClass.prototype);
FunctionPrototypeCall(EventEmitter, process);
ObjectDefineProperty(process, SymbolToStringTag, {
  __proto__: null,
  value: 'process',
  writable: true,
  enumerable: false,
  configurable: false,
});

require('internal/process/per_thread').addMethods(process);
require('internal/bootstrap/globals').addGlobals(globalThis);

// What nearly every program uses, so that it comes ready with the snapshot. Other modules are compiled when a
// program asks for them.
const ready = [
  'assert', 'async_hooks', 'child_process', 'console', 'diagnostics_channel', 'fs', 'fs/promises',
  'internal/fs/sync_write_stream', 'internal/modules/run_main', 'internal/modules/setup', 'internal/process/prepare', 'internal/worker/native_calls',
  'module', 'net', 'os', 'path', 'perf_hooks', 'process', 'querystring', 'readline', 'stream', 'stream/promises',
  'string_decoder', 'timers', 'timers/promises', 'tty', 'url', 'util', 'vm',
];
for (let i = 0; i < ready.length; i++) {
  if (BuiltinModule.exists(ready[i])) require(ready[i]);
}
