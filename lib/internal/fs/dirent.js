'use strict';

// Entries of folders together with their kind.

const { ArrayPrototypePush, ReflectOwnKeys, Symbol } = primordials;

const { Buffer } = require('buffer');
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { isUint8Array } = require('internal/util/types');
const pathModule = require('path');

const {
  UV_DIRENT_BLOCK, UV_DIRENT_CHAR, UV_DIRENT_DIR, UV_DIRENT_FIFO, UV_DIRENT_FILE, UV_DIRENT_LINK, UV_DIRENT_SOCKET,
  UV_DIRENT_UNKNOWN,
} = internalBinding('constants').fs;

const kType = Symbol('type');
const kStats = Symbol('stats');

/** An entry of a folder. */
class Dirent {
  constructor(name, type, path) {
    this.name = name;
    this.parentPath = path;
    this[kType] = type;
  }

  isDirectory() {
    return this[kType] === UV_DIRENT_DIR;
  }

  isFile() {
    return this[kType] === UV_DIRENT_FILE;
  }

  isBlockDevice() {
    return this[kType] === UV_DIRENT_BLOCK;
  }

  isCharacterDevice() {
    return this[kType] === UV_DIRENT_CHAR;
  }

  isSymbolicLink() {
    return this[kType] === UV_DIRENT_LINK;
  }

  isFIFO() {
    return this[kType] === UV_DIRENT_FIFO;
  }

  isSocket() {
    return this[kType] === UV_DIRENT_SOCKET;
  }
}

/** An entry of a file system that reports no kinds, so that each had to be asked for. */
class DirentFromStats extends Dirent {
  constructor(name, stats, path) {
    super(name, null, path);
    this[kStats] = stats;
  }
}

const methods = ReflectOwnKeys(Dirent.prototype);
for (let i = 0; i < methods.length; i++) {
  const name = methods[i];
  if (name === 'constructor') continue;
  DirentFromStats.prototype[name] = function() {
    return this[kStats][name]();
  };
}

function toBuffer(part) {
  return typeof part === 'string' ? Buffer.from(part) : part;
}

/** The path of an entry; a buffer if either part is one. */
function joinEntry(folder, name) {
  if (typeof folder === 'string' && typeof name === 'string') return pathModule.join(folder, name);
  if (typeof folder === 'string' && isUint8Array(name)) {
    return Buffer.concat([Buffer.from(pathModule.join(folder, pathModule.sep)), name]);
  }
  if (isUint8Array(folder) && (typeof name === 'string' || isUint8Array(name))) {
    const parts = [folder];
    if (folder[folder.length - 1] !== 47) ArrayPrototypePush(parts, Buffer.from(pathModule.sep));
    ArrayPrototypePush(parts, toBuffer(name));
    return Buffer.concat(parts);
  }
  throw new ERR_INVALID_ARG_TYPE('path', ['string', 'Buffer'], folder);
}

/** One entry; asks the file system if its kind is not known. */
function getDirentSync(folder, name, type) {
  if (type !== UV_DIRENT_UNKNOWN) return new Dirent(name, type, folder);
  return new DirentFromStats(name, require('fs').lstatSync(joinEntry(folder, name)), folder);
}

/** The entry that a whole path names. */
function direntOf(file) {
  return new DirentFromStats(pathModule.basename(file), require('fs').lstatSync(file), pathModule.dirname(file));
}

/**
 * Turns names and kinds into entries, in place.
 * @param {string | Buffer} folder
 * @param {{ 0: Array, 1: number[] }} listing
 * @returns {Dirent[]}
 */
function getDirentsSync(folder, { 0: names, 1: types }) {
  for (let i = 0; i < names.length; i++) names[i] = getDirentSync(folder, names[i], types[i]);
  return names;
}

/** As getDirentsSync, without blocking. */
function getDirents(folder, { 0: names, 1: types }, callback) {
  let waiting = 1;
  let failed = false;
  const finish = () => {
    if (--waiting === 0 && !failed) callback(null, names);
  };
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    if (types[i] !== UV_DIRENT_UNKNOWN) {
      names[i] = new Dirent(name, types[i], folder);
      continue;
    }
    waiting++;
    require('fs').lstat(joinEntry(folder, name), (error, stats) => {
      if (error && !failed) {
        failed = true;
        callback(error);
        return;
      }
      names[i] = new DirentFromStats(name, stats, folder);
      finish();
    });
  }
  finish();
}

/**
 * Entries of a whole tree: `counts[i]` of them belong to the folder `folders[i]`, relative to `root`.
 * @returns {Dirent[]}
 */
function getRecursiveDirents(root, { 0: names, 1: types, 2: counts, 3: folders }) {
  let i = 0;
  for (let f = 0; f < folders.length; f++) {
    const parent = f === 0 ? root : joinEntry(root, folders[f]);
    for (const end = i + counts[f]; i < end; i++) names[i] = new Dirent(names[i], types[i], parent);
  }
  return names;
}

module.exports = { Dirent, direntOf, getDirentSync, getDirents, getDirentsSync, getRecursiveDirents };
