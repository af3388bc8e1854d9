'use strict';

// Import attributes: `import x from './x.json' with { type: 'json' }`.

const { ObjectHasOwn, ObjectKeys } = primordials;
const {
  codes: {
    ERR_IMPORT_ATTRIBUTE_MISSING,
    ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE,
    ERR_IMPORT_ATTRIBUTE_UNSUPPORTED,
  },
} = require('internal/errors');
const { validateString } = require('internal/validators');

/** The type of modules that are imported without saying one. It cannot be written in source text. */
const kImplicitTypeAttribute = 'javascript';

/** The type that a format has to be imported as. */
const typeOfFormat = {
  __proto__: null,
  builtin: kImplicitTypeAttribute,
  commonjs: kImplicitTypeAttribute,
  json: 'json',
  module: kImplicitTypeAttribute,
  wasm: kImplicitTypeAttribute,
};

/** Throws unless a module of `format` may be imported with these attributes. */
function validateAttributes(url, format, attributes = { __proto__: null }) {
  const keys = ObjectKeys(attributes);
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] !== 'type') throw new ERR_IMPORT_ATTRIBUTE_UNSUPPORTED(keys[i], attributes[keys[i]], url);
  }
  const wanted = typeOfFormat[format];
  if (wanted === undefined) return;
  if (!ObjectHasOwn(attributes, 'type')) {
    if (wanted !== kImplicitTypeAttribute) throw new ERR_IMPORT_ATTRIBUTE_MISSING(url, 'type', wanted);
    return;
  }
  const { type } = attributes;
  if (type === wanted && type !== kImplicitTypeAttribute) return;
  validateString(type, 'type');
  if (type !== 'json') throw new ERR_IMPORT_ATTRIBUTE_UNSUPPORTED('type', type, url);
  throw new ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE(url, type);
}

module.exports = { kImplicitTypeAttribute, validateAttributes };
