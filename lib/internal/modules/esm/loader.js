'use strict';

// The ES module loader: resolves, loads and keeps modules, for `import`, import() and `require` of ES modules.

const {
  ArrayIsArray,
  SafeMap,
} = primordials;
const {
  codes: {
    ERR_INPUT_TYPE_NOT_ALLOWED,
    ERR_INVALID_ARG_VALUE,
    ERR_REQUIRE_CYCLE_MODULE,
    ERR_REQUIRE_ESM,
    ERR_REQUIRE_ESM_RACE_CONDITION,
    ERR_UNKNOWN_MODULE_FORMAT,
  },
} = require('internal/errors');
const { pathToFileURL } = require('internal/url');
const { kEmptyObject } = require('internal/util');
const { resolveImport } = internalBinding('modules');
const {
  kErrored, kEvaluated, kEvaluating, kEvaluationPhase, kInstantiated, kUninstantiated,
} = internalBinding('module_wrap');
const { stateOf } = require('internal/modules/cjs/loader');
const { canRequireModules, getImportConditions } = require('internal/modules/conditions');
const hooks = require('internal/modules/customization_hooks');
const { kImplicitTypeAttribute } = require('internal/modules/esm/attributes');
const { defaultLoad, throwUnknownFormat } = require('internal/modules/esm/load');
const { ModuleJob } = require('internal/modules/esm/module_job');
const { urlToFilename } = require('internal/modules/esm/names');
const { compileSourceTextModule } = require('internal/modules/esm/source_text');
const { translators } = require('internal/modules/esm/translators');

/** How a module came to be loaded: by `import`, or below an ES module that was required. */
const requestTypes = { __proto__: null, imported: 0, required: 1 };

/** Jobs by URL and type attribute. */
class JobCache {
  #jobs = new SafeMap();

  get(url, type = kImplicitTypeAttribute) {
    return this.#jobs.get(url)?.[type];
  }

  set(url, type = kImplicitTypeAttribute, job) {
    const ofURL = this.#jobs.get(url) ?? { __proto__: null };
    ofURL[type] = job;
    this.#jobs.set(url, ofURL);
  }

  delete(url, type = kImplicitTypeAttribute) {
    const ofURL = this.#jobs.get(url);
    if (ofURL !== undefined) ofURL[type] = undefined;
  }
}

function inCycle(what, name, parentFilename, more = '') {
  const from = parentFilename ? ` (from ${parentFilename})` : '';
  return new ERR_REQUIRE_CYCLE_MODULE(`Cannot ${what} ${name} in a cycle.${from}${more}`);
}

const CYCLE_ADVICE = ' A cycle involving require(esm) is not allowed to maintain invariants mandated by the ' +
  'ECMAScript specification. Try making at least part of the dependency in the graph lazily loaded.';

/** Resolves without hooks. */
function defaultResolve(specifier, parentURL, conditions) {
  if (parentURL === undefined && require('internal/options').getOptionValue('--input-type')) {
    throw new ERR_INPUT_TYPE_NOT_ALLOWED();
  }
  if (conditions !== undefined && !ArrayIsArray(conditions)) {
    throw new ERR_INVALID_ARG_VALUE('conditions', conditions, 'expected an array');
  }
  const found = resolveImport(specifier, parentURL, conditions);
  return { __proto__: null, url: found[0], format: found[1] };
}

/** See the top of the file. */
class ModuleLoader {
  cache = new JobCache();
  #resolutions = new SafeMap();
  #onImport;

  #cachedResolve(specifier, parentURL) {
    let ofParent = this.#resolutions.get(parentURL);
    if (ofParent === undefined) {
      ofParent = { __proto__: null };
      this.#resolutions.set(parentURL, ofParent);
    }
    return ofParent[specifier] ??= defaultResolve(specifier, parentURL);
  }

  /**
   * Where a request leads.
   * @param {string | undefined} parentURL undefined for the entry point
   * @param {{ specifier: string, attributes?: object }} request
   * @returns {{ url: string, format?: string, importAttributes?: object, resolvedByHooks: boolean }}
   */
  resolveSync(parentURL, request) {
    const specifier = `${request.specifier}`;
    if (hooks.resolveHooks.length === 0) return this.#cachedResolve(specifier, parentURL);
    const ordinary = getImportConditions();
    let byDefault = false;
    const result = hooks.resolveWithHooks(
      specifier, parentURL, request.attributes ?? kEmptyObject, ordinary, (given, context) => {
        byDefault = true;
        const { conditions } = context;
        if (conditions === ordinary) return this.#cachedResolve(given, context.parentURL);
        return defaultResolve(given, context.parentURL, conditions);
      });
    result.resolvedByHooks = !byDefault;
    return result;
  }

  #load(url, format, importAttributes) {
    if (hooks.loadHooks.length === 0) {
      return defaultLoad(url, { __proto__: null, format, importAttributes }, true);
    }
    return hooks.loadWithHooks(url, format, importAttributes, getImportConditions(), defaultLoad);
  }

  #translate(url, resolved, format, attributes, parentURL) {
    const loaded = this.#load(url, format, attributes);
    if (loaded.format == null) throwUnknownFormat(url, loaded.format);
    const translate = translators[loaded.format];
    if (translate === undefined) throw new ERR_UNKNOWN_MODULE_FORMAT(loaded.format, url);
    return translate(url, {
      __proto__: null,
      source: loaded.source,
      format: loaded.format,
      isMain: parentURL === undefined,
      resolvedByHooks: resolved.resolvedByHooks,
    });
  }

  /**
   * The job of what a module imports; makes it, and those of all that it imports, if there is none.
   * @param {string | undefined} parentURL
   * @param {{ specifier: string, attributes?: object }} request
   * @param {number} [requestType]
   * @returns {ModuleJob}
   */
  getOrCreateModuleJob(parentURL, request, requestType = requestTypes.imported) {
    const resolved = this.resolveSync(parentURL, request);
    const { url, format } = resolved;
    const attributes = resolved.importAttributes ?? request.attributes;
    const known = this.cache.get(url, attributes?.type);
    const isRequired = requestType === requestTypes.required;
    if (known !== undefined) {
      if (isRequired && known.module.getStatus() === kEvaluating) {
        throw inCycle('import Module', request.specifier, urlToFilename(parentURL));
      }
      return known;
    }
    const module = this.#translate(url, resolved, format, attributes, parentURL);
    if (isRequired && module.isExecuting?.()) {
      throw inCycle('import CommonJS Module', request.specifier, urlToFilename(parentURL));
    }
    const job = new ModuleJob(this, url, attributes, module);
    job.link(requestType);
    return job;
  }

  #traced(parentURL, url, run) {
    this.#onImport ??= require('diagnostics_channel').tracingChannel('module.import');
    return this.#onImport.tracePromise(run, { __proto__: null, parentURL, url });
  }

  /**
   * Loads and evaluates a module.
   * @param {string} specifier
   * @param {string | undefined} parentURL undefined for the entry point
   * @param {object} [attributes]
   * @param {number} [phase]
   * @param {boolean} [isEntryPoint]
   * @returns {Promise<object>} its namespace
   */
  async import(specifier, parentURL, attributes, phase = kEvaluationPhase, isEntryPoint = false) {
    return this.#traced(parentURL, specifier, async () => {
      const job = await this.getOrCreateModuleJob(parentURL, { __proto__: null, specifier, attributes, phase });
      const module = await job.run(isEntryPoint);
      return module.getNamespace();
    });
  }

  /** Evaluates a text that has no file. */
  async eval(source, url, isEntryPoint = false) {
    return this.#traced('<eval>', url, async () => {
      const job = new ModuleJob(this, url, undefined, compileSourceTextModule(url, source, isEntryPoint));
      job.link(requestTypes.imported);
      const module = await job.run(isEntryPoint);
      return { __proto__: null, namespace: module.getNamespace(), module };
    });
  }

  /**
   * Evaluates an ES module that is required.
   * @param {Module} mod the CommonJS module that stands for it
   * @param {string} filename
   * @param {string} source
   * @param {Module} [parent]
   * @returns {{ wrap: ModuleWrap, namespace: object }}
   */
  importSyncForRequire(mod, filename, source, parent) {
    const url = pathToFileURL(filename).href;
    if (!canRequireModules()) throw new ERR_REQUIRE_ESM(url, true);
    let job = this.cache.get(url);
    if (job !== undefined) {
      stateOf(mod).requiredModule = job.module;
      this.#checkKnown(job, filename, parent);
    } else {
      const module = compileSourceTextModule(url, source);
      job = new ModuleJob(this, url, undefined, module);
      stateOf(mod).requiredModule = module;
      job.link(requestTypes.required);
    }
    return { __proto__: null, wrap: job.module, namespace: job.runSync(parent) };
  }

  /** Throws if a module that is being loaded already cannot be finished now. */
  #checkKnown(job, filename, parent) {
    const status = job.module.getStatus();
    if (status >= kInstantiated) job.throwIfAsyncGraph(parent);
    switch (status) {
      case kEvaluated:
      case kInstantiated:
      case kErrored:
        return;
      case kEvaluating:
        throw inCycle('require() ES Module', filename, parent?.filename, CYCLE_ADVICE);
      case kUninstantiated:
        // A complete graph can go on; one in the middle of being linked cannot.
        if (job.linked?.length === job.module.getModuleRequests().length) return;
        throw new ERR_REQUIRE_ESM_RACE_CONDITION(filename, parent?.filename, false);
      default:
        throw new ERR_REQUIRE_ESM_RACE_CONDITION(filename, parent?.filename, false);
    }
  }
}

let cascadedLoader;

/** The program's loader. */
function getOrInitializeCascadedLoader() {
  return cascadedLoader ??= new ModuleLoader();
}

module.exports = { defaultResolve, getOrInitializeCascadedLoader };
