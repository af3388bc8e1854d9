'use strict';

// module.registerHooks(): functions of the program that take part in resolving and loading, on this thread and
// for `require` and `import` alike. Hooks form a chain; the one registered last runs first, and each gets the
// rest of the chain as its `next` argument.

const {
  ArrayIsArray,
  ArrayPrototypeIndexOf,
  ArrayPrototypePush,
  ArrayPrototypeSplice,
  ObjectAssign,
  ObjectFreeze,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
  SymbolDispose,
} = primordials;
const { BuiltinModule } = require('internal/bootstrap/realm');
const { codes: { ERR_INVALID_ARG_VALUE, ERR_INVALID_RETURN_PROPERTY_VALUE } } = require('internal/errors');
const { isAnyArrayBuffer, isArrayBufferView } = require('internal/util/types');
const { validateFunction } = require('internal/validators');
const { getRequireConditions } = require('internal/modules/conditions');
const { kURL } = require('internal/modules/cjs/state');

const resolveHooks = [];
const loadHooks = [];

function removeFrom(list, hooks) {
  const index = ArrayPrototypeIndexOf(list, hooks);
  if (index !== -1) ArrayPrototypeSplice(list, index, 1);
}

/** What registerHooks() returns. */
class ModuleHooks {
  constructor(resolve, load) {
    this.resolve = resolve;
    this.load = load;
    if (resolve) ArrayPrototypePush(resolveHooks, this);
    if (load) ArrayPrototypePush(loadHooks, this);
    ObjectFreeze(this);
  }

  deregister() {
    removeFrom(resolveHooks, this);
    removeFrom(loadHooks, this);
  }

  [SymbolDispose]() {
    this.deregister();
  }
}

/**
 * `module.registerHooks`.
 * @param {{ resolve?: Function, load?: Function }} hooks
 * @returns {ModuleHooks} with deregister()
 */
function registerHooks({ resolve, load }) {
  if (resolve) validateFunction(resolve, 'hooks.resolve');
  if (load) validateFunction(load, 'hooks.load');
  return new ModuleHooks(resolve, load);
}

/** The URL that stands for a file or built-in module in hooks. */
function urlOfFilename(filename) {
  if (!filename) return filename;
  const id = StringPrototypeStartsWith(filename, 'node:') ? StringPrototypeSlice(filename, 5) : filename;
  if (BuiltinModule.canBeRequiredByUsers(id)) return `node:${id}`;
  return filename[0] === '/' ? require('internal/url').pathToFileURL(filename).href : filename;
}

/** The reverse of urlOfFilename(). */
function filenameOfURL(url) {
  if (!url) return url;
  const id = BuiltinModule.normalizeRequirableId(url);
  if (id !== undefined) return id;
  return StringPrototypeStartsWith(url, 'file://') ? require('internal/url').fileURLToPath(url) : url;
}

/**
 * Runs a chain.
 * @param {ModuleHooks[]} hooks
 * @param {'resolve' | 'load'} name
 * @param {Function} last the default step
 * @param {Function} validate of each step's result
 * @param {string} subject the specifier or URL
 * @param {object} context shared by all steps, which may add to it
 * @returns {object}
 */
function runChain(hooks, name, last, validate, subject, context) {
  // The step that was reached last: one that did not go on has to say that it meant to.
  let reached = hooks.length;
  const chain = [];

  function addStep(index, run, next) {
    chain[index] = function nextStep(given, givenContext) {
      reached = index;
      if (givenContext && givenContext !== context) ObjectAssign(context, givenContext);
      const result = run(given, context, next);
      if (reached > 0 && reached === index && !result.shortCircuit) {
        throw new ERR_INVALID_RETURN_PROPERTY_VALUE('true', name, 'shortCircuit', result.shortCircuit);
      }
      return validate(given, result);
    };
  }

  addStep(0, last, undefined);
  for (let i = 0; i < hooks.length; i++) addStep(i + 1, hooks[i][name], chain[i]);
  return chain[hooks.length](subject, context);
}

function requireType(value, type, wanted, hook, property) {
  if (typeof value !== type) throw new ERR_INVALID_RETURN_PROPERTY_VALUE(wanted, hook, property, value);
}

function validateResolve(specifier, { url, format, importAttributes }) {
  requireType(url, 'string', 'a URL string', 'resolve', 'url');
  if (format) requireType(format, 'string', 'a string', 'resolve', 'format');
  if (importAttributes) requireType(importAttributes, 'object', 'an object', 'resolve', 'importAttributes');
  return { __proto__: null, url, format, importAttributes };
}

function hasBytes(source) {
  return isAnyArrayBuffer(source) || isArrayBufferView(source);
}

function validateLoad(url, result) {
  const { source, format } = result;
  if (!StringPrototypeStartsWith(url, 'node:') && format !== 'addon' &&
      typeof source !== 'string' && !hasBytes(source)) {
    throw new ERR_INVALID_RETURN_PROPERTY_VALUE(
      'a string, an ArrayBuffer, or a TypedArray', 'load', 'source', source);
  }
  if (format !== undefined) requireType(format, 'string', 'a string', 'load', 'format');
  return result;
}

/** For `import`: CommonJS may come without its text, which the CommonJS loader reads then. */
function validateLoadForImport(url, result) {
  if (result.format === 'commonjs' && result.source == null) return result;
  return validateLoad(url, result);
}

const textFormats = {
  '__proto__': null,
  'undefined': true,
  'module': true,
  'commonjs': true,
  'json': true,
  'module-typescript': true,
  'commonjs-typescript': true,
  'typescript': true,
};

/** Resolves through the hooks; `last(specifier, context)` is the default. */
function resolveWithHooks(specifier, parentURL, importAttributes, conditions, last) {
  const context = { parentURL, importAttributes, conditions };
  return runChain(resolveHooks, 'resolve', last, validateResolve, specifier, context);
}

/** Loads through the hooks; `last(url, context)` is the default. */
function loadWithHooks(url, format, importAttributes, conditions, last, validate = validateLoadForImport) {
  const context = { format, importAttributes, conditions };
  const result = runChain(loadHooks, 'load', last, validate, url, context);
  if (hasBytes(result.source) && textFormats[`${result.format}`]) {
    result.source = require('internal/modules/text').textOf(result.source);
  }
  return result;
}

/**
 * resolveWithHooks() for `require`.
 * @param {string} specifier
 * @param {Module} parent
 * @param {(specifier: string, conditions: Iterable<string> | undefined) => object} resolve the default
 * @returns {{ filename: string, url: string, format: string | undefined }}
 */
function resolveForRequire(specifier, parent, resolve) {
  if (parent && !parent[kURL] && parent.filename) parent[kURL] = urlOfFilename(parent.filename);
  const ordinary = getRequireConditions();
  const { url, format } = resolveWithHooks(specifier, parent?.[kURL], undefined, ordinary, (name, context) => {
    const { conditions } = context;
    if (conditions !== undefined && !ArrayIsArray(conditions)) {
      throw new ERR_INVALID_ARG_VALUE('context.conditions', conditions, 'expected an array');
    }
    const found = resolve(name, conditions === ordinary ? undefined : conditions);
    return { __proto__: null, url: found.url ?? urlOfFilename(found.filename), format: found.format };
  });
  return { __proto__: null, url, format, filename: filenameOfURL(url), parentURL: parent?.[kURL] };
}

/** loadWithHooks() for a file that is required; `read(filename, format)` is the default. */
function loadForRequire(url, filename, format, read) {
  return loadWithHooks(url, format, undefined, getRequireConditions(), (given, context) => ({
    source: read(given === url ? filename : filenameOfURL(given), context.format),
    format: context.format,
  }), validateLoad);
}

/** What the hooks give instead of a built-in module, undefined if they leave it alone. */
function loadBuiltinForRequire(id, url, format) {
  const result = loadForRequire(url ?? `node:${id}`, id, format || 'builtin', () => null);
  return result.format && result.format !== 'builtin' ? result : undefined;
}

module.exports = {
  filenameOfURL,
  loadBuiltinForRequire,
  loadForRequire,
  loadHooks,
  loadWithHooks,
  registerHooks,
  resolveForRequire,
  resolveHooks,
  resolveWithHooks,
  urlOfFilename,
};
