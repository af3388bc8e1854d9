'use strict';

// Which package a file belongs to, remembered by folder: a big program asks once per folder, not once per file.

const { SafeMap } = primordials;
const { dirname } = require('path');
const { packageScope } = internalBinding('modules');

const scopes = new SafeMap();

/**
 * @param {string} filename absolute
 * @returns {{ path: string, type: 'none' | 'commonjs' | 'module' } | null} null if no package.json is above it
 */
function getPackageScope(filename) {
  const folder = dirname(filename);
  let scope = scopes.get(folder);
  if (scope === undefined) {
    const found = packageScope(filename);
    scope = found === undefined ? null : { __proto__: null, path: found[0], type: found[1] };
    scopes.set(folder, scope);
  }
  return scope;
}

/** The `type` of the package that a file belongs to; `none` if it has none. */
function getPackageType(filename) {
  return getPackageScope(filename)?.type ?? 'none';
}

module.exports = { getPackageScope, getPackageType };
