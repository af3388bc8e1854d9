'use strict';

// vm.SourceTextModule and vm.SyntheticModule: ES modules that the program links itself.

const {
  Array,
  ArrayIsArray,
  ArrayPrototypeForEach,
  ArrayPrototypeIndexOf,
  ArrayPrototypeMap,
  ArrayPrototypeSome,
  ObjectDefineProperty,
  ObjectFreeze,
  ObjectGetPrototypeOf,
  ObjectHasOwn,
  ObjectSetPrototypeOf,
  PromisePrototypeThen,
  PromiseReject,
  PromiseResolve,
  ReflectApply,
  SafePromiseAllReturnArrayLike,
  Symbol,
  SymbolToStringTag,
  TypeError,
} = primordials;
const {
  codes: {
    ERR_INVALID_ARG_TYPE,
    ERR_INVALID_ARG_VALUE,
    ERR_MODULE_LINK_MISMATCH,
    ERR_VM_MODULE_ALREADY_LINKED,
    ERR_VM_MODULE_CANNOT_CREATE_CACHED_DATA,
    ERR_VM_MODULE_DIFFERENT_CONTEXT,
    ERR_VM_MODULE_LINK_FAILURE,
    ERR_VM_MODULE_NOT_MODULE,
    ERR_VM_MODULE_STATUS,
  },
} = require('internal/errors');
const {
  customInspectSymbol, emitExperimentalWarning, getConstructorOf, kEmptyObject,
} = require('internal/util');
const { isModuleNamespaceObject } = require('internal/util/types');
const {
  validateArray,
  validateBoolean,
  validateBuffer,
  validateFunction,
  validateInt32,
  validateObject,
  validateString,
  validateThisInternalField,
  validateUint32,
} = require('internal/validators');
const { isContext, toBuffer } = require('internal/vm');
const {
  ModuleWrap,
  kErrored,
  kEvaluated,
  kEvaluating,
  kEvaluationPhase,
  kInstantiated,
  kInstantiating,
  kSourcePhase,
  kUninstantiated,
} = internalBinding('module_wrap');

const statusNames = {
  __proto__: null,
  [kUninstantiated]: 'unlinked',
  [kInstantiating]: 'linking',
  [kInstantiated]: 'linked',
  [kEvaluating]: 'evaluating',
  [kEvaluated]: 'evaluated',
  [kErrored]: 'errored',
};
const phaseNames = { __proto__: null, [kSourcePhase]: 'source', [kEvaluationPhase]: 'evaluation' };

const kWrap = Symbol('kWrap');
const kContext = Symbol('kContext');
const kPerContextModuleId = Symbol('kPerContextModuleId');
const kLink = Symbol('kLink');

let moduleCount = 0;

/** Whether `object` is one of this file's modules. */
function isModule(object) {
  return typeof object === 'object' && object !== null && ObjectHasOwn(object, kWrap);
}

/** The name of a module that was given none. */
function nextIdentifier(context) {
  if (context === undefined) return `vm:module(${moduleCount++})`;
  const id = context[kPerContextModuleId] ?? 0;
  ObjectDefineProperty(context, kPerContextModuleId, {
    __proto__: null,
    value: id + 1,
    writable: true,
    enumerable: false,
    configurable: true,
  });
  return `vm:module(${id})`;
}

/** What both kinds have in common. */
class Module {
  constructor({ context, identifier, makeWrap }) {
    emitExperimentalWarning('VM Modules');
    if (new.target === Module) throw new TypeError('Module is not a constructor');
    if (context !== undefined) {
      validateObject(context, 'context');
      if (!isContext(context)) throw new ERR_INVALID_ARG_TYPE('options.context', 'vm.Context', context);
    }
    if (identifier !== undefined) validateString(identifier, 'options.identifier');
    this[kWrap] = makeWrap(identifier ?? nextIdentifier(context));
    this[kContext] = context;
  }

  get identifier() {
    validateThisInternalField(this, kWrap, 'Module');
    return this[kWrap].url;
  }

  get context() {
    validateThisInternalField(this, kWrap, 'Module');
    return this[kContext];
  }

  get namespace() {
    validateThisInternalField(this, kWrap, 'Module');
    if (this[kWrap].getStatus() < kInstantiated) throw new ERR_VM_MODULE_STATUS('must not be unlinked or linking');
    return this[kWrap].getNamespace();
  }

  get status() {
    validateThisInternalField(this, kWrap, 'Module');
    return statusNames[this[kWrap].getStatus()];
  }

  get error() {
    validateThisInternalField(this, kWrap, 'Module');
    if (this[kWrap].getStatus() !== kErrored) throw new ERR_VM_MODULE_STATUS('must be errored');
    return this[kWrap].getError();
  }

  async link(linker) {
    validateThisInternalField(this, kWrap, 'Module');
    validateFunction(linker, 'linker');
    if (this.status === 'linked') throw new ERR_VM_MODULE_ALREADY_LINKED();
    if (this.status !== 'unlinked') throw new ERR_VM_MODULE_STATUS('must be unlinked');
    await this[kLink](linker);
    this[kWrap].instantiate();
  }

  evaluate(options = kEmptyObject) {
    try {
      validateThisInternalField(this, kWrap, 'Module');
      validateObject(options, 'options');
      const { timeout, breakOnSigint = false } = options;
      if (timeout !== undefined) validateUint32(timeout, 'options.timeout', true);
      validateBoolean(breakOnSigint, 'options.breakOnSigint');
      const status = this[kWrap].getStatus();
      if (status !== kInstantiated && status !== kEvaluated && status !== kErrored) {
        throw new ERR_VM_MODULE_STATUS('must be one of linked, evaluated, or errored');
      }
      return this[kWrap].evaluate(timeout ?? -1, breakOnSigint);
    } catch (error) {
      return PromiseReject(error);
    }
  }

  [customInspectSymbol](depth, options) {
    validateThisInternalField(this, kWrap, 'Module');
    if (typeof depth === 'number' && depth < 0) return this;
    const constructor = getConstructorOf(this) || Module;
    const shown = { __proto__: { constructor } };
    shown.status = this.status;
    shown.identifier = this.identifier;
    shown.context = this.context;
    ObjectSetPrototypeOf(shown, ObjectGetPrototypeOf(this));
    ObjectDefineProperty(shown, SymbolToStringTag, { __proto__: null, value: constructor.name, configurable: true });
    const { inspect } = require('internal/util/inspect');
    return inspect(shown, { ...options, customInspect: false });
  }
}

const noError = Symbol('none');

/** An ES module from source text. */
class SourceTextModule extends Module {
  #error = noError;
  #statusOverride;
  #moduleRequests;
  #dependencySpecifiers;

  constructor(sourceText, options = kEmptyObject) {
    validateString(sourceText, 'sourceText');
    validateObject(options, 'options');
    const {
      lineOffset = 0, columnOffset = 0, initializeImportMeta, importModuleDynamically, context, identifier, cachedData,
    } = options;
    validateInt32(lineOffset, 'options.lineOffset');
    validateInt32(columnOffset, 'options.columnOffset');
    if (initializeImportMeta !== undefined) validateFunction(initializeImportMeta, 'options.initializeImportMeta');
    if (importModuleDynamically !== undefined) {
      validateFunction(importModuleDynamically, 'options.importModuleDynamically');
    }
    if (cachedData !== undefined) validateBuffer(cachedData, 'options.cachedData');
    const symbol = Symbol(identifier);
    super({
      context,
      identifier,
      makeWrap: (name) =>
        new ModuleWrap(name, context, sourceText, lineOffset, columnOffset, cachedData, symbol),
    });
    const { registerImporter, registerMetaInitializer } = require('internal/modules/esm/source_text');
    if (importModuleDynamically !== undefined) {
      registerImporter(symbol, this, importModuleDynamicallyWrap(importModuleDynamically));
    }
    registerMetaInitializer(this[kWrap], (meta) => {
      if (initializeImportMeta !== undefined) initializeImportMeta(meta, this);
    });
    this.#moduleRequests = ObjectFreeze(ArrayPrototypeMap(
      this[kWrap].getModuleRequests(),
      ({ specifier, attributes, phase }) =>
        ObjectFreeze({ __proto__: null, specifier, attributes, phase: phaseNames[phase] })));
  }

  async [kLink](linker) {
    this.#statusOverride = 'linking';
    const promises = new Array(this.#moduleRequests.length);
    for (let i = 0; i < promises.length; i++) {
      const { specifier, attributes } = this.#moduleRequests[i];
      const linked = linker(specifier, this, { attributes, assert: attributes });
      promises[i] = PromisePrototypeThen(PromiseResolve(linked), (module) => this.#accept(module, specifier, linker));
    }
    try {
      this[kWrap].link(await SafePromiseAllReturnArrayLike(promises));
    } catch (error) {
      this.#error = error;
      throw error;
    } finally {
      this.#statusOverride = undefined;
    }
  }

  async #accept(module, specifier, linker) {
    if (!isModule(module)) throw new ERR_VM_MODULE_NOT_MODULE();
    if (module.context !== this.context) throw new ERR_VM_MODULE_DIFFERENT_CONTEXT();
    if (module.status === 'errored') {
      throw new ERR_VM_MODULE_LINK_FAILURE(`request for '${specifier}' resolved to an errored module`, module.error);
    }
    if (module.status === 'unlinked') await module[kLink](linker);
    return module[kWrap];
  }

  linkRequests(modules) {
    validateThisInternalField(this, kWrap, 'SourceTextModule');
    if (this.status !== 'unlinked') throw new ERR_VM_MODULE_STATUS('must be unlinked');
    validateArray(modules, 'modules');
    if (modules.length !== this.#moduleRequests.length) {
      throw new ERR_MODULE_LINK_MISMATCH(`Expected ${this.#moduleRequests.length} modules, got ${modules.length}`);
    }
    this[kWrap].link(ArrayPrototypeMap(modules, (module) => {
      if (!isModule(module)) throw new ERR_VM_MODULE_NOT_MODULE();
      if (module.context !== this.context) throw new ERR_VM_MODULE_DIFFERENT_CONTEXT();
      return module[kWrap];
    }));
  }

  instantiate() {
    validateThisInternalField(this, kWrap, 'SourceTextModule');
    if (this.status !== 'unlinked') throw new ERR_VM_MODULE_STATUS('must be unlinked');
    this[kWrap].instantiate();
  }

  get dependencySpecifiers() {
    return this.#dependencySpecifiers ??=
      ObjectFreeze(ArrayPrototypeMap(this.#moduleRequests, ({ specifier }) => specifier));
  }

  get moduleRequests() {
    return this.#moduleRequests;
  }

  get status() {
    if (this.#error !== noError) return 'errored';
    return this.#statusOverride ?? super.status;
  }

  get error() {
    return this.#error === noError ? super.error : this.#error;
  }

  hasAsyncGraph() {
    validateThisInternalField(this, kWrap, 'SourceTextModule');
    if (this[kWrap].getStatus() < kInstantiated) throw new ERR_VM_MODULE_STATUS('must be instantiated');
    return this[kWrap].hasAsyncGraph;
  }

  hasTopLevelAwait() {
    validateThisInternalField(this, kWrap, 'SourceTextModule');
    return this[kWrap].hasTopLevelAwait;
  }

  createCachedData() {
    const { status } = this;
    if (status === 'evaluating' || status === 'evaluated' || status === 'errored') {
      throw new ERR_VM_MODULE_CANNOT_CREATE_CACHED_DATA();
    }
    return toBuffer(this[kWrap].createCachedData());
  }
}

/** An ES module whose exports a function sets. */
class SyntheticModule extends Module {
  constructor(exportNames, evaluateCallback, options = kEmptyObject) {
    if (!ArrayIsArray(exportNames) || ArrayPrototypeSome(exportNames, (name) => typeof name !== 'string')) {
      throw new ERR_INVALID_ARG_TYPE('exportNames', 'Array of unique strings', exportNames);
    }
    ArrayPrototypeForEach(exportNames, (name, i) => {
      if (ArrayPrototypeIndexOf(exportNames, name, i + 1) !== -1) {
        throw new ERR_INVALID_ARG_VALUE(`exportNames.${name}`, name, 'is duplicated');
      }
    });
    validateFunction(evaluateCallback, 'evaluateCallback');
    validateObject(options, 'options');
    const { context, identifier } = options;
    super({
      context,
      identifier,
      makeWrap: (name) =>
        new ModuleWrap(name, context, exportNames, () => ReflectApply(evaluateCallback, this, [])),
    });
    this[kWrap].instantiate();
  }

  link() {
    validateThisInternalField(this, kWrap, 'SyntheticModule');
  }

  async [kLink]() {
    // It imports nothing.
  }

  setExport(name, value) {
    validateThisInternalField(this, kWrap, 'SyntheticModule');
    validateString(name, 'name');
    if (this[kWrap].getStatus() < kInstantiated) throw new ERR_VM_MODULE_STATUS('must be linked');
    this[kWrap].setExport(name, value);
  }
}

/** A program's `importModuleDynamically` as the loader calls it: modules become namespaces. */
function importModuleDynamicallyWrap(importModuleDynamically) {
  return async function importModuleDynamicallyWrapper(specifier, referrer, attributes, phase) {
    const module = await ReflectApply(
      importModuleDynamically, undefined, [specifier, referrer, attributes, phaseNames[phase]]);
    if (isModuleNamespaceObject(module)) return module;
    if (!isModule(module)) throw new ERR_VM_MODULE_NOT_MODULE();
    if (module.status === 'errored') throw module.error;
    return module.namespace;
  };
}

module.exports = { Module, SourceTextModule, SyntheticModule, importModuleDynamicallyWrap };
