'use strict';

// process.stdin, stdout and stderr, each made when it is first used. What stands behind a descriptor decides
// what its stream is (https://nodejs.org/api/process.html#a-note-on-process-io): writes to files and terminals, and
// to pipes as long as the pipe takes them, are done when `write` returns.

const { ObjectDefineProperty } = primordials;
const { guessHandleType } = require('internal/util');

// They cannot be closed, but whoever tries sees a 'close' event.
function destroyOnlyInName(error, callback) {
  callback(error);
  this._undestroy();
  if (!this._writableState.emitClose) process.nextTick(() => this.emit('close'));
}

function openOutput(fd) {
  switch (guessHandleType(fd)) {
    case 'TTY': {
      const { WriteStream } = require('tty');
      const stream = new WriteStream(fd);
      stream._type = 'tty';
      return stream;
    }
    case 'FILE': {
      const SyncWriteStream = require('internal/fs/sync_write_stream');
      const stream = new SyncWriteStream(fd, { autoClose: false });
      stream._type = 'fs';
      return stream;
    }
    case 'PIPE':
    case 'TCP': {
      const stream = openPipe(fd, { readable: false, writable: true });
      stream._type = 'pipe';
      return stream;
    }
    default: {
      // Nobody can see what is written.
      const { Writable } = require('stream');
      return new Writable({
        write(chunk, encoding, callback) {
          callback();
        },
      });
    }
  }
}

// A descriptor that carries messages of the parent as well is open already.
function openPipe(fd, options) {
  const { Socket } = require('net');
  if (process.channel?.fd !== fd) return new Socket({ ...options, fd });
  const { kChannelHandle } = require('internal/child_process/channel');
  return new Socket({ ...options, handle: process[kChannelHandle] });
}

function makeOutput(fd) {
  const stream = openOutput(fd);
  // Output alone does not keep the process alive.
  if (stream._handle?.unref) stream._handle.unref();
  stream.fd = fd;
  stream._isStdio = true;
  stream.destroySoon = stream.destroy;
  stream._destroy = destroyOnlyInName;
  if (stream.isTTY) process.on('SIGWINCH', () => stream._refreshSize());
  return stream;
}

function openInput(fd) {
  switch (guessHandleType(fd)) {
    case 'TTY': {
      const { ReadStream } = require('tty');
      return new ReadStream(fd);
    }
    case 'FILE': {
      const { ReadStream } = require('fs');
      return new ReadStream(null, { fd, autoClose: false });
    }
    case 'PIPE':
    case 'TCP':
      return openPipe(fd, { readable: true, writable: false, manualStart: true });
    default: {
      const { Readable } = require('stream');
      const stream = new Readable({ read() {} });
      stream.push(null);
      return stream;
    }
  }
}

// A paused stdin must not keep the process alive.
function stopPausedReading(stream) {
  if (!stream._handle?.reading || stream.readableFlowing) return;
  stream._readableState.reading = false;
  stream._handle.reading = false;
  stream._handle.readStop();
}

function makeInput(fd) {
  const stream = openInput(fd);
  stream.fd = fd;
  // Nothing is read before somebody asks.
  if (stream._handle?.readStop) {
    stream._handle.reading = false;
    stream._readableState.reading = false;
    stream._handle.readStop();
  }
  stream.on('pause', () => process.nextTick(stopPausedReading, stream));
  return stream;
}

/** Adds the streams to `target`, the process object. */
function addStandardStreams(target) {
  let stdin;
  let stdout;
  let stderr;
  define(target, 'stdout', function getStdout() {
    return stdout ??= makeOutput(1);
  });
  define(target, 'stdin', function getStdin() {
    return stdin ??= makeInput(0);
  });
  define(target, 'stderr', function getStderr() {
    return stderr ??= makeOutput(2);
  });
}

function define(target, name, get) {
  ObjectDefineProperty(target, name, { __proto__: null, get, set: undefined, enumerable: true, configurable: true });
}

module.exports = { addStandardStreams };
