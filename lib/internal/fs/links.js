'use strict';

// Hard and symbolic links.

const { RegExpPrototypeSymbolReplace, hardenRegExp } = primordials;

const { stringToSymlinkType } = require('internal/fs/flags');
const { encodeNames, encodingCallback, isRaw } = require('internal/fs/names');
const { getOptions, getValidatedPath } = require('internal/fs/validation');
const { isWindows } = require('internal/util');
const { validateFunction, validateOneOf } = require('internal/validators');
const pathModule = require('path');

const binding = internalBinding('fs');

const LINK_TYPES = ['dir', 'file', 'junction', null, undefined];
const slashes = hardenRegExp(/\//g);

/** Windows wants absolute targets namespaced and relative ones with backslashes. */
function linkTarget(target, type, path) {
  if (!isWindows) return target;
  target = `${target}`;
  if (type === 'junction') return pathModule.toNamespacedPath(pathModule.resolve(path, '..', target));
  if (pathModule.isAbsolute(target)) return pathModule.toNamespacedPath(target);
  return RegExpPrototypeSymbolReplace(slashes, target, '\\');
}

/** Windows has two kinds of links: which one, if the caller does not say? */
function typeOnWindows(target, path) {
  const absolute = pathModule.resolve(`${path}`, '..', `${target}`);
  return require('fs').statSync(absolute, { throwIfNoEntry: false })?.isDirectory() ? 'dir' : 'file';
}

function link(existingPath, newPath, callback) {
  validateFunction(callback, 'cb');
  existingPath = getValidatedPath(existingPath, 'existingPath');
  newPath = getValidatedPath(newPath, 'newPath');
  binding.link(existingPath, newPath, callback);
}

function linkSync(existingPath, newPath) {
  existingPath = getValidatedPath(existingPath, 'existingPath');
  newPath = getValidatedPath(newPath, 'newPath');
  binding.link(existingPath, newPath);
}

function symlink(target, path, type, callback) {
  if (callback === undefined) {
    callback = type;
    type = undefined;
    validateFunction(callback, 'cb');
  } else {
    validateOneOf(type, 'type', LINK_TYPES);
    validateFunction(callback, 'cb');
  }
  target = getValidatedPath(target, 'target');
  path = getValidatedPath(path);
  if (isWindows && type == null) type = typeOnWindows(target, path);
  binding.symlink(linkTarget(target, type, path), path, stringToSymlinkType(type), callback);
}

function symlinkSync(target, path, type) {
  validateOneOf(type, 'type', LINK_TYPES);
  target = getValidatedPath(target, 'target');
  path = getValidatedPath(path);
  if (isWindows && type == null) type = typeOnWindows(target, path);
  binding.symlink(linkTarget(target, type, path), path, stringToSymlinkType(type));
}

function readlink(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateFunction(callback, 'cb');
  const { encoding } = getOptions(options);
  binding.readlink(getValidatedPath(path), isRaw(encoding), encodingCallback(callback, encoding));
}

function readlinkSync(path, options) {
  const { encoding } = getOptions(options);
  return encodeNames(binding.readlink(getValidatedPath(path), isRaw(encoding)), encoding);
}

module.exports = {
  LINK_TYPES, link, linkSync, linkTarget, readlink, readlinkSync, symlink, symlinkSync, typeOnWindows,
};
