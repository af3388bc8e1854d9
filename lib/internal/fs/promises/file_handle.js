'use strict';

// An open file whose methods return promises. The descriptor is closed when nothing uses it any more:
// each operation and each stream holds a reference, and close() gives up the first one. A handle that is
// collected while still open is closed and an error thrown, because the program has lost it.

const {
  Error, Promise, PromisePrototypeThen, PromiseResolve, SafeFinalizationRegistry,
  SafePromisePrototypeFinally, Symbol, SymbolAsyncDispose,
} = primordials;

const EventEmitter = require('events');
const { codes: { ERR_INVALID_STATE }, genericNodeError } = require('internal/errors');
const descriptor = require('internal/fs/promises/descriptor');
const { traced } = require('internal/fs/promises/request');
const { kEmptyObject } = require('internal/util');
const { validateBoolean, validateObject } = require('internal/validators');

const binding = internalBinding('fs');
const { kUsePromises } = binding;

const kFd = Symbol('kFd');
const kRefs = Symbol('kRefs');
const kRef = Symbol('kRef');
const kUnref = Symbol('kUnref');
const kClosePromise = Symbol('kClosePromise');
const kCloseResolve = Symbol('kCloseResolve');
const kCloseReject = Symbol('kCloseReject');
const kLocked = Symbol('kLocked');
const kToken = Symbol('kToken');

let registry;

function onCollected({ fd, path }) {
  // The descriptor may have been closed behind our back: that is the program's affair.
  binding.close(fd, () => {});
  const error = genericNodeError(
    'A FileHandle object was closed during garbage collection. This used to be allowed with a deprecation warning ' +
    'but is now considered an error. Please close FileHandle objects explicitly. File descriptor: ' +
    `${fd}${path === undefined ? '' : ` (${path})`}`, { code: 'ERR_INVALID_STATE' });
  process.nextTick(() => {
    throw error;
  });
}

/** Calls `operation` on an open handle, which stays open meanwhile. */
async function call(operation, handle, a, b, c, d) {
  if (handle[kFd] === -1) {
    const error = new Error('file closed');
    error.code = 'EBADF';
    error.syscall = operation.name;
    throw error;
  }
  handle[kRef]();
  try {
    return await operation(handle[kFd], a, b, c, d);
  } finally {
    handle[kUnref]();
  }
}

/** An open file. */
class FileHandle extends EventEmitter {
  constructor(fd, path) {
    super();
    this[kFd] = fd;
    this[kRefs] = 1;
    this[kClosePromise] = null;
    this[kToken] = { fd, path };
    registry ??= new SafeFinalizationRegistry(onCollected);
    registry.register(this, this[kToken], this[kToken]);
  }

  get fd() {
    return this[kFd];
  }

  appendFile(data, options) {
    return call(descriptor.writeFile, this, data, options);
  }

  chmod(mode) {
    return call(descriptor.fchmod, this, mode);
  }

  chown(uid, gid) {
    return call(descriptor.fchown, this, uid, gid);
  }

  datasync() {
    return call(descriptor.fdatasync, this);
  }

  sync() {
    return call(descriptor.fsync, this);
  }

  read(buffer, offset, length, position) {
    return call(descriptor.read, this, buffer, offset, length, position);
  }

  readv(buffers, position) {
    return call(descriptor.readv, this, buffers, position);
  }

  readFile(options) {
    return call(descriptor.readFile, this, options);
  }

  readLines(options = undefined) {
    const { Interface } = require('internal/readline/interface');
    return new Interface({ input: this.createReadStream(options), crlfDelay: Infinity });
  }

  stat(options) {
    return call(descriptor.fstat, this, options);
  }

  truncate(len = 0) {
    return call(descriptor.ftruncate, this, len);
  }

  utimes(atime, mtime) {
    return call(descriptor.futimes, this, atime, mtime);
  }

  write(buffer, offset, length, position) {
    return call(descriptor.write, this, buffer, offset, length, position);
  }

  writev(buffers, position) {
    return call(descriptor.writev, this, buffers, position);
  }

  writeFile(data, options) {
    return call(descriptor.writeFile, this, data, options);
  }

  close = () => {
    if (this[kFd] === -1) return PromiseResolve();
    if (this[kClosePromise]) return this[kClosePromise];
    this[kRefs]--;
    let closed;
    if (this[kRefs] === 0) {
      closed = this.#closeDescriptor();
    } else {
      closed = new Promise((resolve, reject) => {
        this[kCloseResolve] = resolve;
        this[kCloseReject] = reject;
      });
    }
    this[kClosePromise] = SafePromisePrototypeFinally(closed, () => {
      this[kClosePromise] = undefined;
    });
    this.emit('close');
    return this[kClosePromise];
  };

  #closeDescriptor() {
    const fd = this[kFd];
    this[kFd] = -1;
    registry.unregister(this[kToken]);
    return traced(binding.close(fd, kUsePromises));
  }

  async [SymbolAsyncDispose]() {
    await this.close();
  }

  /** A byte stream over the rest of the file. */
  readableWebStream(options = kEmptyObject) {
    if (this[kFd] === -1) throw new ERR_INVALID_STATE('The FileHandle is closed');
    if (this[kClosePromise]) throw new ERR_INVALID_STATE('The FileHandle is closing');
    if (this[kLocked]) throw new ERR_INVALID_STATE('The FileHandle is locked');
    this[kLocked] = true;
    validateObject(options, 'options');
    const { autoClose = false, type = 'bytes' } = options;
    validateBoolean(autoClose, 'options.autoClose');
    if (type !== 'bytes') {
      process.emitWarning(
        'A non-"bytes" options.type has no effect. A byte-oriented steam is always created.', 'ExperimentalWarning');
    }
    const handle = this;
    const finish = async () => {
      handle[kUnref]();
      if (autoClose) await handle.close();
    };
    const { ReadableStream, readableStreamCancel } = require('internal/webstreams/readablestream');
    const stream = new ReadableStream({
      type: 'bytes',
      autoAllocateChunkSize: 16384,
      async pull(controller) {
        const { view } = controller.byobRequest;
        const { bytesRead } = await handle.read(view, 0, view.byteLength);
        if (bytesRead === 0) {
          controller.close();
          await finish();
        }
        controller.byobRequest.respond(bytesRead);
      },
      async cancel() {
        await finish();
      },
    });
    this[kRef]();
    this.once('close', () => {
      readableStreamCancel(stream);
    });
    return stream;
  }

  createReadStream(options = undefined) {
    const { ReadStream } = require('internal/fs/streams');
    return new ReadStream(undefined, { ...options, fd: this });
  }

  createWriteStream(options = undefined) {
    const { WriteStream } = require('internal/fs/streams');
    return new WriteStream(undefined, { ...options, fd: this });
  }

  [kRef]() {
    this[kRefs]++;
  }

  [kUnref]() {
    this[kRefs]--;
    if (this[kRefs] === 0) {
      PromisePrototypeThen(this.#closeDescriptor(), this[kCloseResolve], this[kCloseReject]);
    }
  }
}

module.exports = { FileHandle, kRef, kUnref };
