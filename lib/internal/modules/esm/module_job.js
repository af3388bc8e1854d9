'use strict';

// One module on its way from text to evaluated: linked with the jobs of what it imports, instantiated, run.
//
// Loading is synchronous, also for import(): a graph is complete as soon as its root's job is made. What waits is
// instantiation and evaluation, so that the body of an ES module runs as a promise job.

const {
  Array,
  ArrayPrototypeIncludes,
  ArrayPrototypeJoin,
  ArrayPrototypePush,
  MathMax,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  SafeSet,
  StringPrototypeIncludes,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeSplit,
  StringPrototypeStartsWith,
} = primordials;
const {
  codes: { ERR_REQUIRE_ASYNC_MODULE, ERR_REQUIRE_ESM_RACE_CONDITION },
} = require('internal/errors');
const { fileURLToPath } = require('internal/url');
const {
  kErrored, kEvaluated, kEvaluating, kInstantiated, kUninstantiated,
} = internalBinding('module_wrap');
const { urlToFilename } = require('internal/modules/esm/names');
const { getPackageScope } = require('internal/modules/package_scope');

const notInModules = ['require', 'module', 'exports', '__filename', '__dirname'];
const advice = {
  __proto__: null,
  require: 'replace require() with import',
  module: 'use export instead of module.exports/exports',
  exports: 'use export instead of module.exports/exports',
  __filename: 'use import.meta.filename instead',
  __dirname: 'use import.meta.dirname instead',
};
const plainJavaScript = /\.js(?:\?[^#]*)?(?:#.*)?$/;

/** Adds to the error of a module that uses a CommonJS variable why there is none. */
function explainMissingVariable(error, url, hasTopLevelAwait) {
  if (error?.name !== 'ReferenceError') return;
  const end = StringPrototypeIndexOf(`${error.message}`, ' is not defined');
  const name = end === -1 ? '' : StringPrototypeSlice(error.message, 0, end);
  if (!ArrayPrototypeIncludes(notInModules, name) || error.message !== `${name} is not defined`) return;
  if (hasTopLevelAwait) {
    error.message = `Cannot determine intended module format because both '${name}' and top-level await are present. ` +
      'If the code is intended to be CommonJS, wrap await in an async function. ' +
      `If the code is intended to be an ES module, ${advice[name]}.`;
    error.code = 'ERR_AMBIGUOUS_MODULE_SYNTAX';
    return;
  }
  error.message += ' in ES module scope';
  if (name === 'require') error.message += ', you can use import instead';
  if (!StringPrototypeStartsWith(url, 'file://') || RegExpPrototypeExec(plainJavaScript, url) === null) return;
  const scope = getPackageScope(fileURLToPath(url));
  if (scope?.type === 'module') {
    error.message += '\nThis file is being treated as an ES module because it has a ' +
      `'.js' file extension and '${scope.path}' contains "type": "module". ` +
      'To treat it as a CommonJS script, rename it to use the \'.cjs\' file extension.';
  }
}

const missingExport = /module '(.*)' does not provide an export named '(.+)'/;

/** Tells how to import from CommonJS what cannot be imported by name. */
function explainMissingExport(error, job) {
  if (!StringPrototypeIncludes(`${error?.message}`, ' does not provide an export named')) return;
  const { 1: specifier, 2: name } = RegExpPrototypeExec(missingExport, error.message) ?? [];
  const requests = job.module.getModuleRequests();
  let isCommonJS = false;
  for (let i = 0; i < requests.length; i++) {
    if (requests[i].specifier === specifier) {
      isCommonJS = job.linked[i].module.isCommonJS === true;
      break;
    }
  }
  if (!isCommonJS) return;
  const lines = StringPrototypeSplit(error.stack, '\n');
  const named = RegExpPrototypeExec(/{.*}/, lines[1]);
  const pattern = named && RegExpPrototypeSymbolReplace(/\s+as\s+/g, named[0], ': ');
  error.message = `Named export '${name}' not found. The requested module '${specifier}' is a CommonJS module, ` +
    'which may not support all module.exports as named exports.\n' +
    'CommonJS modules can always be imported via the default export, for example using:\n\n' +
    `import pkg from '${specifier}';\n${pattern ? `const ${pattern} = pkg;\n` : ''}`;
  lines[4] = `SyntaxError: ${error.message}`;
  error.stack = ArrayPrototypeJoin(lines, '\n');
}

/** How many modules lie between `job` and the furthest of what it imports; adds all of them to `seen`. */
function depthBelow(job, seen) {
  seen.add(job);
  let depth = 0;
  for (let i = 0; i < job.linked.length; i++) {
    if (!seen.has(job.linked[i])) depth = MathMax(depth, 1 + depthBelow(job.linked[i], seen));
  }
  return depth;
}

/** See the top of the file. */
class ModuleJob {
  /**
   * @param {ModuleLoader} loader
   * @param {string} url
   * @param {object} attributes of the import that asked for it first
   * @param {ModuleWrap} module
   */
  constructor(loader, url, attributes, module) {
    this.loader = loader;
    this.url = url;
    this.type = attributes?.type;
    this.module = module;
    /** The jobs of the module's requests, in their order. */
    this.linked = undefined;
    this.instantiated = false;
  }

  /**
   * Makes the jobs of what the module imports.
   * @param {symbol} requestType how the module came to be loaded
   */
  link(requestType) {
    const { cache } = this.loader;
    if (this.module.synthetic) {
      this.linked = [];
      cache.set(this.url, this.type, this);
      return;
    }
    const isNew = cache.get(this.url, this.type) === undefined;
    // A cycle finds this job before it is complete.
    cache.set(this.url, this.type, this);
    let complete = false;
    try {
      const requests = this.module.getModuleRequests();
      const modules = new Array(requests.length);
      this.linked = [];
      for (let i = 0; i < requests.length; i++) {
        const job = this.loader.getOrCreateModuleJob(this.url, requests[i], requestType);
        ArrayPrototypePush(this.linked, job);
        modules[i] = job.module;
      }
      this.module.link(modules);
      complete = true;
    } finally {
      // The next import tries again.
      if (!complete && isNew) cache.delete(this.url, this.type);
    }
  }

  /**
   * Instantiates the graph below this job. It takes as many turns as a loader that waits for every module of the graph,
   * so that the body runs when a program expects it among its own promise jobs.
   */
  async #instantiate() {
    if (this.instantiated) return;
    const graph = new SafeSet();
    const turns = 3 + 2 * depthBelow(this, graph);
    for (let i = 0; i < turns; i++) await undefined;
    this.#instantiateNow();
    graph.forEach((job) => {
      job.instantiated = true;
    });
  }

  #instantiateNow() {
    try {
      this.module.instantiate();
    } catch (error) {
      explainMissingExport(error, this);
      throw error;
    }
  }

  /** Evaluates the module after what it imports. */
  async run(isEntryPoint = false) {
    await this.#instantiate();
    if (isEntryPoint) require('internal/modules/run_main').setEntryPointModule(this.module);
    try {
      await this.module.evaluate(-1, false);
    } catch (error) {
      explainMissingVariable(error, this.url, this.module.hasTopLevelAwait);
      throw error;
    }
    // One turn more, as Node takes before it hands over the namespace.
    await undefined;
    return this.module;
  }

  /**
   * Evaluates the module at once, for `require`.
   * @param {Module} [parent] that requires it
   * @returns {object} the namespace
   */
  runSync(parent) {
    if (this.module.getStatus() === kUninstantiated) this.#instantiateNow();
    const status = this.module.getStatus();
    switch (status) {
      case kInstantiated:
        this.throwIfAsyncGraph(parent);
        try {
          return this.module.evaluateSync();
        } catch (error) {
          explainMissingVariable(error, this.url, this.module.hasTopLevelAwait);
          throw error;
        }
      case kErrored:
        this.throwIfAsyncGraph(parent);
        throw this.module.getError();
      case kEvaluating:
      case kEvaluated:
        this.throwIfAsyncGraph(parent);
        return this.module.getNamespace();
      default:
        throw new ERR_REQUIRE_ESM_RACE_CONDITION(urlToFilename(this.url), parent?.filename, false);
    }
  }

  /** `require` cannot wait. */
  throwIfAsyncGraph(parent) {
    if (this.module.hasAsyncGraph) {
      throw new ERR_REQUIRE_ASYNC_MODULE(urlToFilename(this.url), parent, []);
    }
  }
}

module.exports = { ModuleJob };
