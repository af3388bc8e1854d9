'use strict';

// The fs module, put together from lib/internal/fs.

const { ArrayFromAsync, ObjectDefineProperties, PromisePrototypeThen } = primordials;

const access = require('internal/fs/access');
const attributes = require('internal/fs/attributes');
const { cp, cpSync } = require('internal/fs/cp');
const descriptors = require('internal/fs/descriptors');
const { Dir, opendir, opendirSync } = require('internal/fs/dir');
const { Dirent } = require('internal/fs/dirent');
const entries = require('internal/fs/entries');
const folders = require('internal/fs/folders');
const links = require('internal/fs/links');
const read = require('internal/fs/read');
const readFile = require('internal/fs/read_file');
const { realpath, realpathSync } = require('internal/fs/realpath');
const { rm, rmSync } = require('internal/fs/rm');
const stat = require('internal/fs/stat');
const { Stats } = require('internal/fs/stats');
const { toUnixTimestamp } = require('internal/fs/validation');
const { unwatchFile, watchFile } = require('internal/fs/watch_file');
const { watch } = require('internal/fs/watchers');
const write = require('internal/fs/write');
const writeFile = require('internal/fs/write_file');
const { validateFunction } = require('internal/validators');

const { fs: constants } = internalBinding('constants');

function createReadStream(path, options) {
  return new module.exports.ReadStream(path, options);
}

function createWriteStream(path, options) {
  return new module.exports.WriteStream(path, options);
}

function glob(pattern, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateFunction(callback, 'cb');
  const { Glob } = require('internal/fs/glob');
  PromisePrototypeThen(
    ArrayFromAsync(new Glob(pattern, options).glob()),
    (found) => process.nextTick(callback, null, found),
    (error) => process.nextTick(callback, error));
}

function globSync(pattern, options) {
  const { Glob } = require('internal/fs/glob');
  return new Glob(pattern, options).globSync();
}

/** An export that is loaded when it is first used and can be replaced. */
function lazyClass(id, name) {
  let Class;
  return {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      return Class ??= require(id)[name];
    },
    set(value) {
      Class = value;
    },
  };
}

module.exports = {
  appendFile: writeFile.appendFile,
  appendFileSync: writeFile.appendFileSync,
  access: access.access,
  accessSync: access.accessSync,
  chown: attributes.chown,
  chownSync: attributes.chownSync,
  chmod: attributes.chmod,
  chmodSync: attributes.chmodSync,
  close: descriptors.close,
  closeSync: descriptors.closeSync,
  copyFile: entries.copyFile,
  copyFileSync: entries.copyFileSync,
  cp,
  cpSync,
  createReadStream,
  createWriteStream,
  exists: access.exists,
  existsSync: access.existsSync,
  fchown: attributes.fchown,
  fchownSync: attributes.fchownSync,
  fchmod: attributes.fchmod,
  fchmodSync: attributes.fchmodSync,
  fdatasync: descriptors.fdatasync,
  fdatasyncSync: descriptors.fdatasyncSync,
  fstat: stat.fstat,
  fstatSync: stat.fstatSync,
  fsync: descriptors.fsync,
  fsyncSync: descriptors.fsyncSync,
  ftruncate: entries.ftruncate,
  ftruncateSync: entries.ftruncateSync,
  futimes: attributes.futimes,
  futimesSync: attributes.futimesSync,
  glob,
  globSync,
  lchown: attributes.lchown,
  lchownSync: attributes.lchownSync,
  lchmod: attributes.lchmod,
  lchmodSync: attributes.lchmodSync,
  link: links.link,
  linkSync: links.linkSync,
  lstat: stat.lstat,
  lstatSync: stat.lstatSync,
  lutimes: attributes.lutimes,
  lutimesSync: attributes.lutimesSync,
  mkdir: folders.mkdir,
  mkdirSync: folders.mkdirSync,
  mkdtemp: folders.mkdtemp,
  mkdtempSync: folders.mkdtempSync,
  mkdtempDisposableSync: folders.mkdtempDisposableSync,
  open: descriptors.open,
  openSync: descriptors.openSync,
  openAsBlob: descriptors.openAsBlob,
  openAsBlobSync: descriptors.openAsBlobSync,
  readdir: folders.readdir,
  readdirSync: folders.readdirSync,
  read: read.read,
  readSync: read.readSync,
  readv: read.readv,
  readvSync: read.readvSync,
  readFile: readFile.readFile,
  readFileSync: readFile.readFileSync,
  readlink: links.readlink,
  readlinkSync: links.readlinkSync,
  realpath,
  realpathSync,
  rename: entries.rename,
  renameSync: entries.renameSync,
  rm,
  rmSync,
  rmdir: folders.rmdir,
  rmdirSync: folders.rmdirSync,
  stat: stat.stat,
  statfs: stat.statfs,
  statSync: stat.statSync,
  statfsSync: stat.statfsSync,
  symlink: links.symlink,
  symlinkSync: links.symlinkSync,
  truncate: entries.truncate,
  truncateSync: entries.truncateSync,
  unwatchFile,
  unlink: entries.unlink,
  unlinkSync: entries.unlinkSync,
  utimes: attributes.utimes,
  utimesSync: attributes.utimesSync,
  watch,
  watchFile,
  writeFile: writeFile.writeFile,
  writeFileSync: writeFile.writeFileSync,
  write: write.write,
  writeSync: write.writeSync,
  writev: write.writev,
  writevSync: write.writevSync,
  Dirent,
  Stats,
};

ObjectDefineProperties(module.exports, {
  ReadStream: lazyClass('internal/fs/streams', 'ReadStream'),
  WriteStream: lazyClass('internal/fs/streams', 'WriteStream'),
  // graceful-fs replaces these apart from the others.
  FileReadStream: lazyClass('internal/fs/streams', 'ReadStream'),
  FileWriteStream: lazyClass('internal/fs/streams', 'WriteStream'),
  Utf8Stream: { ...lazyClass('internal/fs/utf8_stream', 'Utf8Stream'), set: undefined },
  _toUnixTimestamp: {
    __proto__: null, configurable: true, enumerable: true, value: toUnixTimestamp, writable: true,
  },
});
ObjectDefineProperties(module.exports, {
  Dir: { __proto__: null, configurable: true, enumerable: true, value: Dir, writable: true },
  opendir: { __proto__: null, configurable: true, enumerable: true, value: opendir, writable: true },
  opendirSync: { __proto__: null, configurable: true, enumerable: true, value: opendirSync, writable: true },
  constants: { __proto__: null, configurable: false, enumerable: true, value: constants },
  promises: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      return require('internal/fs/promises').exports;
    },
  },
});
