'use strict';

// module.findPackageJSON().

const { RegExpPrototypeExec } = primordials;
const { codes: { ERR_MISSING_ARGS } } = require('internal/errors');
const { URL, fileURLToPath, isURL, pathToFileURL } = require('internal/url');
const { validateString } = require('internal/validators');
const { packageJSONOf } = internalBinding('modules');
const { getPackageScope } = require('internal/modules/package_scope');

const pathLike = /^[./]/;

/**
 * The package.json that belongs to a module.
 * @param {string | URL} specifier a package's name, or a relative path or URL of one of its files
 * @param {string | URL} [base] the importing module
 * @returns {string | undefined}
 */
function findPackageJSON(specifier, base = 'data:') {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('specifier');
  try {
    specifier = `${specifier}`;
  } catch {
    validateString(specifier, 'specifier');
  }
  let parentURL = base;
  if (!isURL(base)) {
    validateString(base, 'base');
    parentURL = base[0] === '/' ? pathToFileURL(base) : new URL(base);
  }
  const isBare = specifier !== '' && RegExpPrototypeExec(pathLike, specifier) === null && !URL.canParse(specifier);
  if (isBare) return packageJSONOf(specifier, fileURLToPath(parentURL));
  const { defaultResolve } = require('internal/modules/esm/loader');
  let url;
  try {
    ({ url } = defaultResolve(specifier, `${parentURL}`));
  } catch (error) {
    // A folder will do: its package.json is asked for.
    if (error.code !== 'ERR_UNSUPPORTED_DIR_IMPORT') throw error;
    ({ url } = error);
  }
  return getPackageScope(fileURLToPath(url))?.path;
}

module.exports = { findPackageJSON };
