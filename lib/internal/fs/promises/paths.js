'use strict';

// The functions of fs.promises that take paths, apart from those that read or write whole files.

const { Promise, SymbolAsyncDispose } = primordials;

const { codes: { ERR_METHOD_NOT_IMPLEMENTED } } = require('internal/errors');
const { getDirents, getRecursiveDirents } = require('internal/fs/dirent');
const { stringToSymlinkType } = require('internal/fs/flags');
const { checkedPrefix, mkdirOptions } = require('internal/fs/folders');
const { LINK_TYPES, linkTarget, typeOnWindows } = require('internal/fs/links');
const { encodeNames, isRaw } = require('internal/fs/names');
const { orAborted, throwIfAborted } = require('internal/fs/promises/descriptor');
const { statsPromise, traced } = require('internal/fs/promises/request');
const { open, thenClose } = require('internal/fs/promises/whole_file');
const { remove, rmOptions } = require('internal/fs/rm');
const { latestStatFs } = require('internal/fs/stats');
const {
  copyObject, getOptions, getValidatedPath, toUnixTimestamp, validateOwner, validateRmdirOptions,
} = require('internal/fs/validation');
const { isWindows, kEmptyObject } = require('internal/util');
const {
  parseFileMode, validateAbortSignal, validateObject, validateOneOf,
} = require('internal/validators');
const pathModule = require('path');

const binding = internalBinding('fs');
const { kUsePromises } = binding;
const { F_OK, O_SYMLINK, O_WRONLY } = internalBinding('constants').fs;

/** A promise from a function that takes a callback. */
function fromCallback(start) {
  return traced(new Promise((resolve, reject) => {
    start((error, result) => {
      if (error) reject(error);
      else resolve(result);
    });
  }));
}

async function access(path, mode = F_OK) {
  await traced(binding.access(getValidatedPath(path), mode, kUsePromises));
}

async function copyFile(src, dest, mode) {
  src = getValidatedPath(src, 'src');
  dest = getValidatedPath(dest, 'dest');
  await traced(binding.copyFile(src, dest, mode, kUsePromises));
}

async function rename(oldPath, newPath) {
  oldPath = getValidatedPath(oldPath, 'oldPath');
  newPath = getValidatedPath(newPath, 'newPath');
  await traced(binding.rename(oldPath, newPath, kUsePromises));
}

async function truncate(path, len = 0) {
  const handle = await open(path, 'r+');
  return thenClose(handle.truncate(len), handle);
}

async function rm(path, options) {
  path = getValidatedPath(path);
  options = rmOptions(options);
  await fromCallback((callback) => remove(path, options, callback));
}

async function rmdir(path, options) {
  path = getValidatedPath(path);
  validateRmdirOptions(options);
  await traced(binding.rmdir(path, kUsePromises));
}

async function mkdir(path, options) {
  path = getValidatedPath(path);
  const { mode, recursive } = mkdirOptions(options);
  return await traced(binding.mkdir(path, mode, recursive, kUsePromises));
}

async function readdir(path, options) {
  options = copyObject(getOptions(options));
  path = getValidatedPath(path);
  const { encoding, recursive } = options;
  const withFileTypes = !!options.withFileTypes;
  const raw = isRaw(encoding);
  let listing = await traced(recursive ?
    binding.readdirRecursive(path, raw, withFileTypes, kUsePromises) :
    binding.readdir(path, raw, withFileTypes, kUsePromises));
  if (raw) listing = encodeNames(listing, encoding);
  if (!withFileTypes) return listing;
  return recursive ?
    getRecursiveDirents(path, listing) : fromCallback((callback) => getDirents(path, listing, callback));
}

async function readlink(path, options) {
  const { encoding } = getOptions(options);
  path = getValidatedPath(path, 'oldPath');
  return encodeNames(await traced(binding.readlink(path, isRaw(encoding), kUsePromises)), encoding);
}

async function symlink(target, path, type) {
  validateOneOf(type, 'type', LINK_TYPES);
  target = getValidatedPath(target, 'target');
  path = getValidatedPath(path);
  if (isWindows && type == null) type = typeOnWindows(target, path);
  await traced(binding.symlink(linkTarget(target, type, path), path, stringToSymlinkType(type), kUsePromises));
}

async function link(existingPath, newPath) {
  existingPath = getValidatedPath(existingPath, 'existingPath');
  newPath = getValidatedPath(newPath, 'newPath');
  await traced(binding.link(existingPath, newPath, kUsePromises));
}

async function unlink(path) {
  await traced(binding.unlink(getValidatedPath(path), kUsePromises));
}

function checkStatOptions(options) {
  validateObject(options, 'options');
  if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
  throwIfAborted(options.signal);
}

async function lstat(path, options = kEmptyObject) {
  checkStatOptions(options);
  path = getValidatedPath(path);
  const { bigint, signal } = options;
  return orAborted(statsPromise((callback) => binding.lstat(path, bigint, callback), bigint), signal);
}

async function stat(path, options = kEmptyObject) {
  checkStatOptions(options);
  path = getValidatedPath(path);
  const { bigint, signal, throwIfNoEntry } = options;
  return orAborted(statsPromise((callback) => binding.stat(path, bigint, callback, throwIfNoEntry), bigint), signal);
}

async function statfs(path, options = kEmptyObject) {
  path = getValidatedPath(path);
  const { bigint } = options;
  return await fromCallback((callback) => {
    binding.statfs(path, bigint, (error) => callback(error, error ? undefined : latestStatFs(bigint)));
  });
}

async function chmod(path, mode) {
  path = getValidatedPath(path);
  mode = parseFileMode(mode, 'mode');
  await traced(binding.chmod(path, mode, kUsePromises));
}

async function lchmod(path, mode) {
  if (O_SYMLINK === undefined) throw new ERR_METHOD_NOT_IMPLEMENTED('lchmod()');
  const handle = await open(path, O_WRONLY | O_SYMLINK);
  return thenClose(handle.chmod(mode), handle);
}

async function lchown(path, uid, gid) {
  path = getValidatedPath(path);
  validateOwner(uid, gid);
  await traced(binding.lchown(path, uid, gid, kUsePromises));
}

async function chown(path, uid, gid) {
  path = getValidatedPath(path);
  validateOwner(uid, gid);
  await traced(binding.chown(path, uid, gid, kUsePromises));
}

async function utimes(path, atime, mtime) {
  path = getValidatedPath(path);
  await traced(binding.utimes(path, toUnixTimestamp(atime), toUnixTimestamp(mtime), kUsePromises));
}

async function lutimes(path, atime, mtime) {
  path = getValidatedPath(path);
  await traced(binding.lutimes(path, toUnixTimestamp(atime), toUnixTimestamp(mtime), kUsePromises));
}

async function realpath(path, options) {
  const { encoding } = getOptions(options);
  path = getValidatedPath(path);
  return encodeNames(await traced(binding.realpath(path, isRaw(encoding), kUsePromises)), encoding);
}

async function mkdtemp(prefix, options) {
  const { encoding } = getOptions(options);
  prefix = checkedPrefix(prefix);
  return encodeNames(await traced(binding.mkdtemp(prefix, isRaw(encoding), kUsePromises)), encoding);
}

/** A temporary folder that `await using` removes. */
async function mkdtempDisposable(prefix, options) {
  const cwd = process.cwd();
  const path = await mkdtemp(prefix, options);
  // The process may change its folder before the removal.
  const fullPath = pathModule.resolve(cwd, path);
  const remove = async () => {
    await traced(binding.rm(fullPath, true, 0, 0, kUsePromises));
  };
  return {
    __proto__: null,
    path,
    remove,
    async [SymbolAsyncDispose]() {
      await remove();
    },
  };
}

module.exports = {
  access, chmod, chown, copyFile, lchmod, lchown, link, lstat, lutimes, mkdir, mkdtemp, mkdtempDisposable, readdir,
  readlink, realpath, rename, rm, rmdir, stat, statfs, symlink, truncate, unlink, utimes,
};
