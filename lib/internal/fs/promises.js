'use strict';

// fs.promises, put together.

const { promisify } = require('internal/util');
const { opendir } = require('internal/fs/dir');
const paths = require('internal/fs/promises/paths');
const { FileHandle, kRef, kUnref } = require('internal/fs/promises/file_handle');
const { appendFile, open, readFile, writeFile } = require('internal/fs/promises/whole_file');
const { getValidatedPath } = require('internal/fs/validation');
const { kEmptyObject } = require('internal/util');

const { fs: constants } = internalBinding('constants');

async function cp(src, dest, options) {
  const { copyTree, cpOptions } = require('internal/fs/cp');
  options = cpOptions(options);
  src = getValidatedPath(src, 'src');
  dest = getValidatedPath(dest, 'dest');
  return copyTree(src, dest, options);
}

async function* glob(pattern, options) {
  const { Glob } = require('internal/fs/glob');
  yield* new Glob(pattern, options).glob();
}

async function* _watch(filename, options = kEmptyObject) {
  yield* require('internal/fs/watch_iterator').watch(filename, options);
}

module.exports = {
  exports: {
    access: paths.access,
    copyFile: paths.copyFile,
    cp,
    glob,
    open,
    opendir: promisify(opendir),
    rename: paths.rename,
    truncate: paths.truncate,
    rm: paths.rm,
    rmdir: paths.rmdir,
    mkdir: paths.mkdir,
    readdir: paths.readdir,
    readlink: paths.readlink,
    symlink: paths.symlink,
    lstat: paths.lstat,
    stat: paths.stat,
    statfs: paths.statfs,
    link: paths.link,
    unlink: paths.unlink,
    chmod: paths.chmod,
    lchmod: paths.lchmod,
    lchown: paths.lchown,
    chown: paths.chown,
    utimes: paths.utimes,
    lutimes: paths.lutimes,
    realpath: paths.realpath,
    mkdtemp: paths.mkdtemp,
    mkdtempDisposable: paths.mkdtempDisposable,
    writeFile,
    appendFile,
    readFile,
    watch: _watch,
    constants,
  },
  FileHandle,
  kRef,
  kUnref,
};
