'use strict';

// Where `require` looks. The search itself is native; this file gives it the folders and remembers what it found.
// `Module` gets these functions as its static methods, and calls go through it: programs replace them.

const {
  ArrayFrom,
  ArrayIsArray,
  ArrayPrototypeIncludes,
  ArrayPrototypeJoin,
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  Error,
  ErrorCaptureStackTrace,
  ObjectKeys,
  StringPrototypeCharCodeAt,
  StringPrototypeEndsWith,
  StringPrototypeLastIndexOf,
  StringPrototypeSlice,
  StringPrototypeSplit,
  StringPrototypeStartsWith,
} = primordials;
const { BuiltinModule } = require('internal/bootstrap/realm');
const path = require('path');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { setOwnProperty } = require('internal/util');
const { stateOf } = require('internal/modules/cjs/state');
const binding = internalBinding('modules');

const DOT = 46;
const SLASH = 47;
const HASH = 35;

/** The folders that are searched after all others: NODE_PATH and the ones of the user and the installation. */
let globalFolders = [];

function isRelative(request) {
  if (StringPrototypeCharCodeAt(request, 0) !== DOT) return false;
  return request.length === 1 || request === '..' ||
    StringPrototypeStartsWith(request, './') || StringPrototypeStartsWith(request, '../');
}

/** The `node_modules` folders that a module in folder `from` sees, nearest first. */
function nodeModulePaths(from) {
  from = path.resolve(from);
  if (from === '/') return ['/node_modules'];
  const folders = [];
  let end = from.length;
  while (end > 0) {
    const folder = StringPrototypeSlice(from, 0, end);
    if (!StringPrototypeEndsWith(folder, '/node_modules')) ArrayPrototypePush(folders, `${folder}/node_modules`);
    end = StringPrototypeLastIndexOf(from, '/', end - 1);
  }
  ArrayPrototypePush(folders, '/node_modules');
  return folders;
}

/** The folders in which `request` of the module `parent` is searched; null for a built-in module. */
function resolveLookupPaths(request, parent) {
  if (BuiltinModule.normalizeRequirableId(request) !== undefined) return null;
  const second = StringPrototypeCharCodeAt(request, 1);
  const startsWithDot = StringPrototypeCharCodeAt(request, 0) === DOT &&
    (request.length === 1 || second === DOT || second === SLASH);
  if (!startsWithDot) {
    const own = parent?.paths;
    if (!own?.length) return globalFolders.length > 0 ? globalFolders : null;
    const folders = ArrayPrototypeSlice(own);
    for (let i = 0; i < globalFolders.length; i++) ArrayPrototypePush(folders, globalFolders[i]);
    return folders;
  }
  // Without a file of its own (REPL, -e) a module is in the working directory.
  if (!parent?.id || !parent.filename) return ['.'];
  return [path.dirname(parent.filename)];
}

/** Adds the static methods that search to `Module`. */
function addLookup(Module) {
  Module._nodeModulePaths = nodeModulePaths;
  Module._resolveLookupPaths = resolveLookupPaths;

  /**
   * The file that `request` means in one of `folders`, or false.
   * @param {string} request
   * @param {string[]} folders
   * @param {boolean} isMain
   * @param {Iterable<string>} [conditions] those of `require` if not given
   * @returns {string | false}
   */
  Module._findPath = function(request, folders, isMain, conditions) {
    if (path.isAbsolute(request)) {
      folders = [''];
    } else if (!folders || folders.length === 0) {
      return false;
    }
    const key = folders.length === 1 ? `${request}\x00${folders[0]}` :
      `${request}\x00${ArrayPrototypeJoin(folders, '\x00')}`;
    // What other conditions lead to is not remembered: the key does not tell them apart.
    const ordinary = conditions === undefined;
    if (ordinary) {
      const known = Module._pathCache[key];
      if (known) return known;
    }
    for (let i = 0; i < folders.length; i++) {
      if (typeof folders[i] !== 'string') throw new ERR_INVALID_ARG_TYPE('paths', 'array of strings', folders);
    }
    const found = binding.findPath(
      request, folders, ObjectKeys(Module._extensions), isMain === true, ordinary ? undefined : ArrayFrom(conditions));
    if (found === undefined) return false;
    if (ordinary) Module._pathCache[key] = found;
    return found;
  };

  /**
   * The file that `request` of the module `parent` means.
   * @throws if there is none
   * @returns {string} a path, or the name of a built-in module
   */
  Module._resolveFilename = function(request, parent, isMain, options) {
    if (BuiltinModule.normalizeRequirableId(request) !== undefined) return request;
    const conditions = options?.conditions;
    const folders = foldersFor(Module, request, parent, options);
    const first = StringPrototypeCharCodeAt(request, 0);
    if (first !== DOT && first !== SLASH) {
      const parentPath = pathOf(parent);
      if (parentPath) {
        const list = conditions === undefined ? undefined : ArrayFrom(conditions);
        const own = first === HASH && (parent.filename || parent.id === '<repl>') ?
          binding.resolveImports(request, parentPath, list) ?? binding.resolveSelf(request, parentPath, list) :
          binding.resolveSelf(request, parentPath, list);
        if (own !== undefined) return own;
      }
    }
    const found = Module._findPath(request, folders, isMain, conditions);
    if (found) return found;
    throw notFound(request, parent);
  };

  /** Finds the global folders again; the environment may have changed. */
  Module._initPaths = function() {
    const { env } = process;
    const folders = [];
    if (env.NODE_PATH) {
      const own = StringPrototypeSplit(env.NODE_PATH, path.delimiter);
      for (let i = 0; i < own.length; i++) {
        if (own[i]) ArrayPrototypePush(folders, own[i]);
      }
    }
    if (env.HOME) {
      ArrayPrototypePush(folders, path.resolve(env.HOME, '.node_modules'), path.resolve(env.HOME, '.node_libraries'));
    }
    ArrayPrototypePush(folders, path.resolve(process.execPath, '..', '..', 'lib', 'node'));
    globalFolders = folders;
    Module.globalPaths = ArrayPrototypeSlice(folders);
  };
}

function foldersFor(Module, request, parent, options) {
  if (typeof options !== 'object' || options === null || options.paths === undefined) {
    return Module._resolveLookupPaths(request, parent);
  }
  if (!ArrayIsArray(options.paths)) throw new ERR_INVALID_ARG_VALUE('options.paths', options.paths);
  if (isRelative(request)) return options.paths;
  const folders = [];
  const stand = new Module('', null);
  for (let i = 0; i < options.paths.length; i++) {
    stand.paths = Module._nodeModulePaths(options.paths[i]);
    const more = Module._resolveLookupPaths(request, stand);
    for (let j = 0; j < more.length; j++) {
      if (!ArrayPrototypeIncludes(folders, more[j])) ArrayPrototypePush(folders, more[j]);
    }
  }
  return folders;
}

/** The path that stands for a module when its package is asked for. */
function pathOf(parent) {
  if (!parent) return undefined;
  if (parent.filename) return parent.filename;
  if (parent.id !== '<repl>' && parent.id !== 'internal/preload') return undefined;
  try {
    return `${process.cwd()}/`;
  } catch {
    return undefined;
  }
}

/** The files that led to a module, nearest first. */
function getRequireStack(parent) {
  const stack = [];
  for (let at = parent; at; at = stateOf(at).firstParent) ArrayPrototypePush(stack, at.filename || at.id);
  return stack;
}

function notFound(request, parent) {
  const stack = getRequireStack(parent);
  let message = `Cannot find module '${request}'`;
  if (stack.length > 0) message += `\nRequire stack:\n- ${ArrayPrototypeJoin(stack, '\n- ')}`;
  const error = new Error(message);
  ErrorCaptureStackTrace(error, notFound);
  setOwnProperty(error, 'code', 'MODULE_NOT_FOUND');
  setOwnProperty(error, 'requireStack', stack);
  return error;
}

module.exports = { addLookup, getRequireStack };
