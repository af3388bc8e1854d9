'use strict';

// TypeScript: this build carries no parser for it, as a Node built without one.

const { codes: { ERR_NO_TYPESCRIPT } } = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateObject, validateOneOf, validateString } = require('internal/validators');

/** The text of a TypeScript module without its types. */
function stripTypeScriptModuleTypes() {
  throw new ERR_NO_TYPESCRIPT();
}

/** `module.stripTypeScriptTypes`. */
function stripTypeScriptTypes(code, options = kEmptyObject) {
  validateString(code, 'code');
  validateObject(options, 'options');
  const { mode = 'strip', sourceMap = false, sourceUrl = '' } = options;
  validateOneOf(mode, 'options.mode', ['strip']);
  validateString(sourceUrl, 'options.sourceUrl');
  validateOneOf(sourceMap, 'options.sourceMap', [false, undefined]);
  return stripTypeScriptModuleTypes();
}

module.exports = { stripTypeScriptModuleTypes, stripTypeScriptTypes };
