'use strict';

// What `require` returns for an ES module with a default export: its namespace with `__esModule`, so that transpiled
// code finds the default export where it looks for it. Exports stay live, so this is a module itself.

const { ModuleWrap } = internalBinding('module_wrap');

const SOURCE = "export * from 'original'; export { default } from 'original'; export const __esModule = true;";

/** The namespace of `wrap`, with `__esModule`. */
function namespaceWithMarker(wrap) {
  const facade = new ModuleWrap('node:internal/require_module_default_facade', undefined, SOURCE, 0, 0);
  facade.link([wrap]);
  facade.instantiate();
  return facade.evaluateSync();
}

module.exports = { namespaceWithMarker };
