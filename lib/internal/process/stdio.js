'use strict';

// process.stdin, stdout and stderr, each made when it is first used.

const { ObjectDefineProperty } = primordials;

// They cannot be closed, but whoever tries sees a 'close' event.
function destroyOnlyInName(error, callback) {
  callback(error);
  this._undestroy();
  if (this._writableState.emitClose) return;
  process.nextTick(() => this.emit('close'));
}

function makeOutput(fd) {
  const SyncWriteStream = require('internal/fs/sync_write_stream');
  const stream = new SyncWriteStream(fd, { autoClose: false });
  stream._type = 'fs';
  stream.fd = fd;
  stream._isStdio = true;
  stream.destroySoon = stream.destroy;
  stream._destroy = destroyOnlyInName;
  return stream;
}

function makeInput(fd) {
  const { ReadStream } = require('fs');
  const stream = new ReadStream(null, { fd, autoClose: false });
  stream.fd = fd;
  return stream;
}

function once(make) {
  let stream;
  return () => stream ??= make();
}

/** Adds the streams to `target`, the process object. */
function addStandardStreams(target) {
  const stdout = once(() => makeOutput(1));
  const stdin = once(() => makeInput(0));
  const stderr = once(() => makeOutput(2));
  define(target, 'stdout', function getStdout() {
    return stdout();
  });
  define(target, 'stdin', function getStdin() {
    return stdin();
  });
  define(target, 'stderr', function getStderr() {
    return stderr();
  });
}

function define(target, name, get) {
  ObjectDefineProperty(target, name, { __proto__: null, get, set: undefined, enumerable: true, configurable: true });
}

module.exports = { addStandardStreams };
