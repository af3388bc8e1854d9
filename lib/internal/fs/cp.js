'use strict';

// Copying files and trees. The algorithm is written once, as generators that yield the file operations they need; one
// driver performs them synchronously, the other with promises.

const {
  ArrayPrototypeFilter, Boolean, Number, ObjectAssign, ReflectApply, StringPrototypeSplit,
} = primordials;

const {
  codes: {
    ERR_FS_CP_DIR_TO_NON_DIR, ERR_FS_CP_EEXIST, ERR_FS_CP_EINVAL, ERR_FS_CP_FIFO_PIPE, ERR_FS_CP_NON_DIR_TO_DIR,
    ERR_FS_CP_SOCKET, ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY, ERR_FS_CP_UNKNOWN, ERR_FS_EISDIR,
    ERR_INCOMPATIBLE_OPTION_PAIR, ERR_INVALID_RETURN_VALUE,
  },
} = require('internal/errors');
const { getValidatedPath } = require('internal/fs/validation');
const { isPromise } = require('internal/util/types');
const { validateBoolean, validateFunction, validateInteger, validateObject } = require('internal/validators');
const path = require('path');

const { fs: { COPYFILE_EXCL, COPYFILE_FICLONE, COPYFILE_FICLONE_FORCE }, os: { errno } } =
  internalBinding('constants');

const defaults = {
  dereference: false,
  errorOnExist: false,
  filter: undefined,
  force: true,
  preserveTimestamps: false,
  recursive: false,
  verbatimSymlinks: false,
};
const flags = ['dereference', 'errorOnExist', 'force', 'preserveTimestamps', 'recursive', 'verbatimSymlinks'];

/** cp's options, checked and completed. */
function cpOptions(options) {
  if (options === undefined) return { ...defaults };
  validateObject(options, 'options');
  options = { ...defaults, ...options };
  for (let i = 0; i < flags.length; i++) validateBoolean(options[flags[i]], `options.${flags[i]}`);
  if (options.mode == null) {
    options.mode = 0;
  } else {
    validateInteger(options.mode, 'mode', 0, COPYFILE_EXCL | COPYFILE_FICLONE | COPYFILE_FICLONE_FORCE);
  }
  if (options.dereference && options.verbatimSymlinks) {
    throw new ERR_INCOMPATIBLE_OPTION_PAIR('dereference', 'verbatimSymlinks');
  }
  if (options.filter !== undefined) validateFunction(options.filter, 'options.filter');
  return options;
}

function failure(ErrorClass, code, dest, message) {
  return new ErrorClass({ message, path: dest, syscall: 'cp', errno: errno[code], code });
}

/** An operation for the driver: a method of fs or fs.promises. */
function request(method, ...args) {
  return { __proto__: null, method, args };
}

const bigint = { bigint: true };

function isSame(a, b) {
  return b.ino && b.dev && a.ino === b.ino && a.dev === b.dev;
}

function segments(file) {
  return ArrayPrototypeFilter(StringPrototypeSplit(path.resolve(file), path.sep), Boolean);
}

/** Whether `inner` is `outer` or lies in it. */
function contains(outer, inner) {
  const outerSegments = segments(outer);
  const innerSegments = segments(inner);
  for (let i = 0; i < outerSegments.length; i++) {
    if (outerSegments[i] !== innerSegments[i]) return false;
  }
  return true;
}

/** The result of a request, or undefined if there is no such file. */
function* ifExists(operation) {
  try {
    return yield operation;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether the copy makes sense, and what is there already. */
function* check(src, dest, options) {
  const stat = options.dereference ? 'stat' : 'lstat';
  const srcStats = yield request(stat, src, bigint);
  const destStats = yield* ifExists(request(stat, dest, bigint));
  const isFolder = srcStats.isDirectory();
  if (destStats !== undefined) {
    if (isSame(srcStats, destStats)) {
      throw failure(ERR_FS_CP_EINVAL, 'EINVAL', dest, 'src and dest cannot be the same');
    }
    if (isFolder && !destStats.isDirectory()) {
      throw failure(ERR_FS_CP_DIR_TO_NON_DIR, 'EISDIR', dest,
                    `cannot overwrite non-directory ${dest} with directory ${src}`);
    }
    if (!isFolder && destStats.isDirectory()) {
      throw failure(ERR_FS_CP_NON_DIR_TO_DIR, 'ENOTDIR', dest,
                    `cannot overwrite directory ${dest} with non-directory ${src}`);
    }
  }
  if (isFolder && contains(src, dest)) throw intoItself(src, dest);
  return { srcStats, destStats };
}

function intoItself(src, dest) {
  return failure(ERR_FS_CP_EINVAL, 'EINVAL', dest, `cannot copy ${src} to a subdirectory of self ${dest}`);
}

/** Throws if a folder above `dest` is `src` itself, reached through links. */
function* checkParents(src, srcStats, dest) {
  const srcParent = path.resolve(path.dirname(src));
  for (let parent = path.resolve(path.dirname(dest)); ; parent = path.dirname(parent)) {
    if (parent === srcParent || parent === path.parse(parent).root) return;
    const stats = yield* ifExists(request('stat', parent, bigint));
    if (stats === undefined) return;
    if (isSame(srcStats, stats)) throw intoItself(src, dest);
  }
}

function* copyTimes(src, dest) {
  const { atime, mtime } = yield request('stat', src);
  yield request('utimes', dest, atime, mtime);
}

function* copyFile(srcStats, destStats, src, dest, options) {
  if (destStats !== undefined) {
    if (!options.force) {
      if (options.errorOnExist) throw failure(ERR_FS_CP_EEXIST, 'EEXIST', dest, `${dest} already exists`);
      return;
    }
    yield request('unlink', dest);
  }
  yield request('copyFile', src, dest, options.mode);
  const mode = Number(srcStats.mode);
  if (options.preserveTimestamps) {
    if ((mode & 0o200) === 0) yield request('chmod', dest, mode | 0o200);
    yield* copyTimes(src, dest);
  }
  yield request('chmod', dest, mode);
}

function* copyLink(destStats, src, dest, options) {
  let target = yield request('readlink', src);
  if (!options.verbatimSymlinks && !path.isAbsolute(target)) target = path.resolve(path.dirname(src), target);
  const targetStats = yield* ifExists(request('stat', src));
  const leadsToFolder = targetStats !== undefined && targetStats.isDirectory();
  const type = leadsToFolder ? 'dir' : 'file';
  if (destStats !== undefined) {
    let oldTarget;
    try {
      oldTarget = yield request('readlink', dest);
    } catch (error) {
      // What is there is no link, so that creating one tells what is wrong.
      if (error.code !== 'EINVAL' && error.code !== 'UNKNOWN') throw error;
    }
    if (oldTarget !== undefined) {
      if (!path.isAbsolute(oldTarget)) oldTarget = path.resolve(path.dirname(dest), oldTarget);
      if (leadsToFolder && contains(target, oldTarget)) throw intoItself(target, oldTarget);
      if (leadsToFolder && contains(oldTarget, target)) {
        throw failure(ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY, 'EINVAL', dest,
                      `cannot overwrite ${oldTarget} with ${target}`);
      }
      yield request('unlink', dest);
    }
  }
  yield request('symlink', target, dest, type);
}

function* copyFolder(srcStats, destStats, src, dest, options) {
  if (destStats !== undefined && options.errorOnExist && !options.force) {
    throw failure(ERR_FS_CP_EEXIST, 'EEXIST', dest, `${dest} already exists`);
  }
  if (destStats === undefined) yield request('mkdir', dest);
  const names = yield request('readdir', src);
  for (let i = 0; i < names.length; i++) {
    const from = path.join(src, names[i]);
    const to = path.join(dest, names[i]);
    if (options.filter && !(yield request('filter', from, to))) continue;
    const { srcStats: stats, destStats: existing } = yield* check(from, to, options);
    yield* copyEntry(stats, existing, from, to, options);
  }
  if (options.preserveTimestamps) yield* copyTimes(src, dest);
  if (destStats === undefined) yield request('chmod', dest, Number(srcStats.mode));
}

function* copyEntry(srcStats, destStats, src, dest, options) {
  if (srcStats.isDirectory()) {
    if (!options.recursive) {
      throw failure(ERR_FS_EISDIR, 'EISDIR', src, `${src} is a directory (not copied)`);
    }
    yield* copyFolder(srcStats, destStats, src, dest, options);
  } else if (srcStats.isFile() || srcStats.isCharacterDevice() || srcStats.isBlockDevice()) {
    yield* copyFile(srcStats, destStats, src, dest, options);
  } else if (srcStats.isSymbolicLink()) {
    yield* copyLink(destStats, src, dest, options);
  } else if (srcStats.isSocket()) {
    throw failure(ERR_FS_CP_SOCKET, 'EINVAL', dest, `cannot copy a socket file: ${dest}`);
  } else if (srcStats.isFIFO()) {
    throw failure(ERR_FS_CP_FIFO_PIPE, 'EINVAL', dest, `cannot copy a FIFO pipe: ${dest}`);
  } else {
    throw failure(ERR_FS_CP_UNKNOWN, 'EINVAL', dest, `cannot copy an unknown file type: ${dest}`);
  }
}

function* copy(src, dest, options) {
  if (options.filter && !(yield request('filter', src, dest))) return;
  const { srcStats, destStats } = yield* check(src, dest, options);
  yield* checkParents(src, srcStats, dest);
  const parent = path.dirname(dest);
  if ((yield* ifExists(request('stat', parent))) === undefined) yield request('mkdir', parent, { recursive: true });
  yield* copyEntry(srcStats, destStats, src, dest, options);
}

/** cp with promises; the filter may return one. */
async function copyTree(src, dest, options) {
  const operations = ObjectAssign({ __proto__: null }, require('internal/fs/promises').exports);
  operations.filter = options.filter;
  const steps = copy(src, dest, options);
  let step = steps.next();
  while (!step.done) {
    const { method, args } = step.value;
    let result;
    try {
      result = await ReflectApply(operations[method], undefined, args);
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(result);
  }
}

function callFilter(filter, src, dest) {
  const wanted = filter(src, dest);
  if (isPromise(wanted)) throw new ERR_INVALID_RETURN_VALUE('boolean', 'filter', wanted);
  return wanted;
}

/** cp without promises. */
function copyTreeSync(src, dest, options) {
  const fs = require('fs');
  const steps = copy(src, dest, options);
  let step = steps.next();
  while (!step.done) {
    const { method, args } = step.value;
    let result;
    try {
      result = method === 'filter' ?
        callFilter(options.filter, args[0], args[1]) : ReflectApply(fs[`${method}Sync`], fs, args);
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(result);
  }
}

function cp(src, dest, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateFunction(callback, 'cb');
  options = cpOptions(options);
  src = getValidatedPath(src, 'src');
  dest = getValidatedPath(dest, 'dest');
  require('util').callbackify(copyTree)(src, dest, options, callback);
}

function cpSync(src, dest, options) {
  options = cpOptions(options);
  src = getValidatedPath(src, 'src');
  dest = getValidatedPath(dest, 'dest');
  copyTreeSync(src, dest, options);
}

module.exports = { copyTree, cp, cpOptions, cpSync };
