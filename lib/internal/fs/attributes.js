'use strict';

// Permissions, owners and times.

const { aggregateTwoErrors } = require('internal/errors');
const { getValidatedFd, getValidatedPath, toUnixTimestamp, validateOwner } = require('internal/fs/validation');
const { parseFileMode, validateFunction } = require('internal/validators');

const binding = internalBinding('fs');
const { O_SYMLINK, O_WRONLY } = internalBinding('constants').fs;

function chmod(path, mode, callback) {
  path = getValidatedPath(path);
  mode = parseFileMode(mode, 'mode');
  validateFunction(callback, 'cb');
  binding.chmod(path, mode, callback);
}

function chmodSync(path, mode) {
  path = getValidatedPath(path);
  binding.chmod(path, parseFileMode(mode, 'mode'));
}

function fchmod(fd, mode, callback) {
  mode = parseFileMode(mode, 'mode');
  validateFunction(callback, 'cb');
  binding.fchmod(getValidatedFd(fd), mode, callback);
}

function fchmodSync(fd, mode) {
  mode = parseFileMode(mode, 'mode');
  binding.fchmod(getValidatedFd(fd), mode);
}

function lchmod(path, mode, callback) {
  validateFunction(callback, 'cb');
  mode = parseFileMode(mode, 'mode');
  const fs = require('fs');
  fs.open(path, O_WRONLY | O_SYMLINK, (error, fd) => {
    if (error) return callback(error);
    fs.fchmod(fd, mode, (failed) => {
      fs.close(fd, (closeFailed) => callback(aggregateTwoErrors(closeFailed, failed)));
    });
  });
}

function lchmodSync(path, mode) {
  const fs = require('fs');
  const fd = fs.openSync(path, O_WRONLY | O_SYMLINK);
  try {
    fs.fchmodSync(fd, mode);
  } finally {
    fs.closeSync(fd);
  }
}

function chown(path, uid, gid, callback) {
  validateFunction(callback, 'cb');
  path = getValidatedPath(path);
  validateOwner(uid, gid);
  binding.chown(path, uid, gid, callback);
}

function chownSync(path, uid, gid) {
  path = getValidatedPath(path);
  validateOwner(uid, gid);
  binding.chown(path, uid, gid);
}

function fchown(fd, uid, gid, callback) {
  validateOwner(uid, gid);
  validateFunction(callback, 'cb');
  binding.fchown(getValidatedFd(fd), uid, gid, callback);
}

function fchownSync(fd, uid, gid) {
  validateOwner(uid, gid);
  binding.fchown(getValidatedFd(fd), uid, gid);
}

function lchown(path, uid, gid, callback) {
  validateFunction(callback, 'cb');
  path = getValidatedPath(path);
  validateOwner(uid, gid);
  binding.lchown(path, uid, gid, callback);
}

function lchownSync(path, uid, gid) {
  path = getValidatedPath(path);
  validateOwner(uid, gid);
  binding.lchown(path, uid, gid);
}

function utimes(path, atime, mtime, callback) {
  validateFunction(callback, 'cb');
  path = getValidatedPath(path);
  binding.utimes(path, toUnixTimestamp(atime), toUnixTimestamp(mtime), callback);
}

function utimesSync(path, atime, mtime) {
  path = getValidatedPath(path);
  binding.utimes(path, toUnixTimestamp(atime), toUnixTimestamp(mtime));
}

function futimes(fd, atime, mtime, callback) {
  atime = toUnixTimestamp(atime, 'atime');
  mtime = toUnixTimestamp(mtime, 'mtime');
  validateFunction(callback, 'cb');
  binding.futimes(getValidatedFd(fd), atime, mtime, callback);
}

function futimesSync(fd, atime, mtime) {
  atime = toUnixTimestamp(atime, 'atime');
  mtime = toUnixTimestamp(mtime, 'mtime');
  binding.futimes(getValidatedFd(fd), atime, mtime);
}

function lutimes(path, atime, mtime, callback) {
  validateFunction(callback, 'cb');
  path = getValidatedPath(path);
  binding.lutimes(path, toUnixTimestamp(atime), toUnixTimestamp(mtime), callback);
}

function lutimesSync(path, atime, mtime) {
  path = getValidatedPath(path);
  binding.lutimes(path, toUnixTimestamp(atime), toUnixTimestamp(mtime));
}

module.exports = {
  chmod, chmodSync, chown, chownSync, fchmod, fchmodSync, fchown, fchownSync, futimes, futimesSync,
  // Only macOS can open a link itself.
  lchmod: O_SYMLINK === undefined ? undefined : lchmod,
  lchmodSync: O_SYMLINK === undefined ? undefined : lchmodSync,
  lchown, lchownSync, lutimes, lutimesSync, utimes, utimesSync,
};
