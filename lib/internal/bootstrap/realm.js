'use strict';

// The loader of built-in modules. This file is special: it is evaluated before there is a `require`, with
// `exports` being the realm object that native code keeps: { process, primordials, bindings }. It adds
// `require`, by which native code asks for a built-in.
//
// Three kinds of ids:
//   fs, util/types …        public: user code may require them, with or without `node:`
//   internal/…              not visible to user code
//   internal/deps/<pkg>/…   files of npm packages; their relative requires are resolved here, and
//                           requires of what lib/ has itself lead to lib/ (see dependency_map)

const realm = exports;
const {
  ArrayPrototypeJoin, ArrayPrototypePop, ArrayPrototypePush, Error, ObjectDefineProperty, ObjectKeys, SafeMap, SafeSet,
  StringPrototypeEndsWith, StringPrototypeLastIndexOf, StringPrototypeSlice, StringPrototypeSplit,
  StringPrototypeStartsWith,
} = primordials;

// `internalBinding` stands for the native half of this module here.
const builtins = internalBinding;
const { compileFunction, getBinding } = builtins;

/** Public modules that exist only under the `node:` scheme. */
const schemeOnly = new SafeSet(['sea', 'sqlite', 'test', 'test/reporters']);

const DEPENDENCIES = 'internal/deps/';

function internalBindingOf(name) {
  return realm.bindings[name] ??= getBinding(name);
}

/** One built-in module. */
class BuiltinModule {
  /** All built-in modules by id. */
  static map = new SafeMap();

  constructor(id) {
    this.id = id;
    this.filename = `${id}.js`;
    this.exports = {};
    this.loaded = false;
    this.loading = false;
    this.canBeRequiredByUsers = !StringPrototypeStartsWith(id, 'internal/');
    /** Names for an ES module's view of it, set when it is first imported. */
    this.exportKeys = undefined;
    /** The synthetic ES module, kept by the ES module loader. */
    this.module = undefined;
  }

  /** Whether there is a built-in module `id`, internal ones included. */
  static exists(id) {
    return BuiltinModule.map.has(id);
  }

  /** Whether user code may load `id` (without the `node:` prefix). */
  static canBeRequiredByUsers(id) {
    return BuiltinModule.map.get(id)?.canBeRequiredByUsers === true;
  }

  /** Whether user code may load `id` without writing `node:` before it. */
  static canBeRequiredWithoutScheme(id) {
    return BuiltinModule.canBeRequiredByUsers(id) && !schemeOnly.has(id);
  }

  /** The id for what user code wrote (`fs`, `node:fs`), undefined if that names no built-in module. */
  static normalizeRequirableId(id) {
    if (StringPrototypeStartsWith(id, 'node:')) {
      const bare = StringPrototypeSlice(id, 5);
      if (BuiltinModule.canBeRequiredByUsers(bare)) return bare;
    } else if (BuiltinModule.canBeRequiredWithoutScheme(id)) {
      return id;
    }
    return undefined;
  }

  static isBuiltin(id) {
    return BuiltinModule.normalizeRequirableId(id) !== undefined;
  }

  /** Ids that need no scheme, in alphabetical order. */
  static getCanBeRequiredByUsersWithoutSchemeList() {
    return listOf((id) => BuiltinModule.canBeRequiredWithoutScheme(id));
  }

  /** Names that need the scheme, with it. */
  static getSchemeOnlyModuleNames() {
    return listOf((id) => schemeOnly.has(id), 'node:');
  }

  /** Every public name, as `module.builtinModules` lists them. */
  static getAllBuiltinModuleIds() {
    const ids = BuiltinModule.getCanBeRequiredByUsersWithoutSchemeList();
    const more = BuiltinModule.getSchemeOnlyModuleNames();
    for (let i = 0; i < more.length; i++) ArrayPrototypePush(ids, more[i]);
    return ids;
  }

  /** The exports for user code. */
  compileForPublicLoader() {
    if (!this.canBeRequiredByUsers) throw new Error(`Should not compile ${this.id} for public use`);
    this.load();
    if (this.exportKeys === undefined) this.exportKeys = ObjectKeys(this.exports);
    return this.exports;
  }

  /** The exports; evaluates the module the first time. A cycle sees what is there so far. */
  load() {
    if (this.loaded || this.loading) return this.exports;
    this.loading = true;
    try {
      const body = compileFunction(this.id);
      const load = StringPrototypeStartsWith(this.id, DEPENDENCIES) ? requireOfDependency(this.id) : requireBuiltin;
      body(this.exports, load, this, realm.process, internalBindingOf, primordials);
      this.loaded = true;
    } finally {
      this.loading = false;
    }
    return this.exports;
  }
}

function listOf(filter, prefix = '') {
  const list = [];
  // Ids come sorted from native code.
  for (let i = 0; i < ids.length; i++) {
    if (BuiltinModule.canBeRequiredByUsers(ids[i]) && filter(ids[i])) ArrayPrototypePush(list, `${prefix}${ids[i]}`);
  }
  return list;
}

const ids = builtins.ids();
for (let i = 0; i < ids.length; i++) BuiltinModule.map.set(ids[i], new BuiltinModule(ids[i]));

function requireBuiltin(id) {
  if (id === 'internal/bootstrap/realm') return realmExports;
  const found = BuiltinModule.map.get(id);
  if (found === undefined) throw new Error(`No such built-in module: ${id}`);
  return found.load();
}

/** `require` for a file of an npm package: relative paths, then the map, then lib/ itself. */
function requireOfDependency(from) {
  return function require(request) {
    const { dependencies, libraries } = requireBuiltin('internal/deps_map');
    let id = request;
    if (StringPrototypeStartsWith(request, '.')) {
      const folder = StringPrototypeSlice(from, 0, StringPrototypeLastIndexOf(from, '/'));
      id = join(folder, request);
      if (StringPrototypeEndsWith(id, '.js')) id = StringPrototypeSlice(id, 0, -3);
      const own = dependencies[id];
      if (own !== undefined) return requireBuiltin(own);
      if (!BuiltinModule.exists(id) && BuiltinModule.exists(`${id}/index`)) id = `${id}/index`;
      return requireBuiltin(id);
    }
    if (StringPrototypeStartsWith(id, 'node:')) id = StringPrototypeSlice(id, 5);
    if (StringPrototypeEndsWith(id, '/')) id = StringPrototypeSlice(id, 0, -1);
    return requireBuiltin(libraries[id] ?? id);
  };
}

function join(folder, request) {
  const parts = StringPrototypeSplit(folder, '/');
  const more = StringPrototypeSplit(request, '/');
  for (let i = 0; i < more.length; i++) {
    if (more[i] === '..') ArrayPrototypePop(parts);
    else if (more[i] !== '.' && more[i] !== '') ArrayPrototypePush(parts, more[i]);
  }
  return ArrayPrototypeJoin(parts, '/');
}

const realmExports = { BuiltinModule, internalBinding: internalBindingOf, require: requireBuiltin };
ObjectDefineProperty(realm, 'require', { __proto__: null, value: requireBuiltin, enumerable: true });
