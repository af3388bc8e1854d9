'use strict';

// Streams over files. They call the fs functions of an object, `fs` itself unless the caller gives another, or those of
// a FileHandle. A descriptor is closed only when no read or write uses it, since these run on other
// threads and the number could belong to another file by then.

const {
  Array, FunctionPrototypeBind, FunctionPrototypeCall, MathMin, ObjectDefineProperty, ObjectSetPrototypeOf,
  PromisePrototypeThen, ReflectApply, Symbol,
} = primordials;

const { Buffer } = require('buffer');
const {
  codes: {
    ERR_FEATURE_UNAVAILABLE_ON_PLATFORM, ERR_INCOMPATIBLE_OPTION_PAIR, ERR_INVALID_ARG_TYPE, ERR_METHOD_NOT_IMPLEMENTED,
    ERR_OUT_OF_RANGE, ERR_STREAM_DESTROYED, ERR_SYSTEM_ERROR,
  },
} = require('internal/errors');
const { copyObject, getOptions, getValidatedFd, validatePath } = require('internal/fs/validation');
const { FileHandle, kRef, kUnref } = require('internal/fs/promises/file_handle');
const { errorOrDestroy } = require('internal/deps/readable-stream/lib/internal/streams/destroy');
const { toPathIfFileURL } = require('internal/url');
const { kEmptyObject } = require('internal/util');
const { validateBoolean, validateFunction, validateInteger, validateThisInternalField } =
  require('internal/validators');
const { Readable, Writable, finished } = require('stream');

const kFs = Symbol('kFs');
const kIsPerformingIO = Symbol('kIsPerformingIO');
const kIoDone = Symbol('kIoDone');

/** How often a write may take nothing before it counts as failed. */
const MAX_RETRIES = 5;

/** The fs functions that a stream needs, over a FileHandle. */
function operationsOf(handle) {
  return {
    open() {
      throw new ERR_METHOD_NOT_IMPLEMENTED('open()');
    },
    close(fd, callback) {
      handle[kUnref]();
      PromisePrototypeThen(handle.close(), () => callback(), callback);
    },
    fsync(fd, callback) {
      PromisePrototypeThen(handle.sync(), () => callback(), callback);
    },
    read(fd, buffer, offset, length, position, callback) {
      PromisePrototypeThen(handle.read(buffer, offset, length, position),
                           (result) => callback(null, result.bytesRead, result.buffer),
                           (error) => callback(error, 0, buffer));
    },
    write(fd, buffer, offset, length, position, callback) {
      PromisePrototypeThen(handle.write(buffer, offset, length, position),
                           (result) => callback(null, result.bytesWritten, result.buffer),
                           (error) => callback(error, 0, buffer));
    },
    writev(fd, buffers, position, callback) {
      PromisePrototypeThen(handle.writev(buffers, position),
                           (result) => callback(null, result.bytesWritten, result.buffers),
                           (error) => callback(error, 0, buffers));
    },
  };
}

/** Takes over the descriptor of the options. */
function adoptDescriptor(stream, { fd, fs }) {
  if (typeof fd === 'number') {
    stream[kFs] = fs || require('fs');
    return fd;
  }
  if (!(fd instanceof FileHandle)) {
    throw new ERR_INVALID_ARG_TYPE('options.fd', ['number', 'FileHandle'], fd);
  }
  if (fs) throw new ERR_METHOD_NOT_IMPLEMENTED('FileHandle with fs');
  stream[kFs] = operationsOf(fd);
  fd[kRef]();
  fd.on('close', FunctionPrototypeBind(stream.close, stream));
  return fd.fd;
}

/** What both kinds of stream do with their options first. */
function initialize(stream, path, options, flags) {
  if (options.windowsHandle != null) {
    if (options.fd != null) throw new ERR_INCOMPATIBLE_OPTION_PAIR('windowsHandle', 'fd');
    throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('windowsHandle');
  }
  if (options.fd != null) {
    stream.fd = getValidatedFd(adoptDescriptor(stream, options));
  } else {
    stream.fd = null;
    stream[kFs] = options.fs || require('fs');
    validateFunction(stream[kFs].open, 'options.fs.open');
    stream.path = toPathIfFileURL(path);
    stream.flags = options.flags === undefined ? flags : options.flags;
    stream.mode = options.mode === undefined ? 0o666 : options.mode;
    validatePath(stream.path);
  }
  options.autoDestroy = options.autoClose === undefined ? true : options.autoClose;
}

function setStart(stream, start) {
  stream.start = start;
  stream.pos = undefined;
  stream[kIsPerformingIO] = false;
  if (start !== undefined) {
    validateInteger(start, 'start', 0);
    stream.pos = start;
  }
}

/** Opens the file; a stream whose `open` method was replaced opens itself and says so by an event. */
function construct(callback) {
  const stream = this;
  if (typeof stream.fd === 'number') {
    callback();
    return;
  }
  if (typeof stream.open === 'function') {
    const { emit } = stream;
    stream.emit = function(...args) {
      const event = args[0];
      if (event === 'open' || event === 'error') {
        this.emit = emit;
        callback(event === 'error' ? args[1] : undefined);
        if (event === 'error') return;
      }
      ReflectApply(emit, this, args);
    };
    stream.open();
    return;
  }
  stream[kFs].open(stream.path, stream.flags, stream.mode, (error, fd) => {
    if (error) {
      callback(error);
      return;
    }
    stream.fd = fd;
    callback();
    stream.emit('open', fd);
    stream.emit('ready');
  });
}

function closeDescriptor(stream, error, callback) {
  stream[kFs].close(stream.fd, (closeError) => callback(closeError || error));
  stream.fd = null;
}

function release(stream, error, callback) {
  if (!stream.fd) {
    callback(error);
  } else if (stream.flush) {
    stream[kFs].fsync(stream.fd, (flushError) => closeDescriptor(stream, error || flushError, callback));
  } else {
    closeDescriptor(stream, error, callback);
  }
}

function destroy(error, callback) {
  if (this[kIsPerformingIO]) this.once(kIoDone, (ioError) => release(this, error || ioError, callback));
  else release(this, error, callback);
}

function defineState(Stream, name, state) {
  ObjectDefineProperty(Stream.prototype, 'autoClose', {
    __proto__: null,
    get() {
      validateThisInternalField(this, kFs, name);
      return this[state].autoDestroy;
    },
    set(value) {
      validateThisInternalField(this, kFs, name);
      this[state].autoDestroy = value;
    },
  });
  ObjectDefineProperty(Stream.prototype, 'pending', {
    __proto__: null,
    get() {
      return this.fd === null;
    },
    configurable: true,
  });
}

function ReadStream(path, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(path, options);
  options = copyObject(getOptions(options, kEmptyObject));
  if (options.highWaterMark === undefined) options.highWaterMark = 64 * 1024;
  initialize(this, path, options, 'r');
  validateFunction(this[kFs].read, 'options.fs.read');
  if (options.autoDestroy) validateFunction(this[kFs].close, 'options.fs.close');
  setStart(this, options.start);
  this.end = options.end;
  this.bytesRead = 0;
  if (this.end === undefined) {
    this.end = Infinity;
  } else if (this.end !== Infinity) {
    validateInteger(this.end, 'end', 0);
    if (this.start !== undefined && this.start > this.end) {
      throw new ERR_OUT_OF_RANGE('start', `<= "end" (here: ${this.end})`, this.start);
    }
  }
  FunctionPrototypeCall(Readable, this, options);
}
ObjectSetPrototypeOf(ReadStream.prototype, Readable.prototype);
ObjectSetPrototypeOf(ReadStream, Readable);
defineState(ReadStream, 'ReadStream', '_readableState');

ReadStream.prototype._construct = construct;
ReadStream.prototype._destroy = destroy;

ReadStream.prototype._read = function(n) {
  n = MathMin(this.end - (this.pos === undefined ? this.bytesRead : this.pos) + 1, n);
  if (n <= 0) {
    this.push(null);
    return;
  }
  this[kIsPerformingIO] = true;
  this[kFs].read(this.fd, Buffer.allocUnsafeSlow(n), 0, n, this.pos, (error, bytesRead, buffer) => {
    this[kIsPerformingIO] = false;
    if (this.destroyed) {
      this.emit(kIoDone, error);
      return;
    }
    if (error) {
      errorOrDestroy(this, error);
      return;
    }
    if (bytesRead === 0) {
      this.push(null);
      return;
    }
    if (this.pos !== undefined) this.pos += bytesRead;
    this.bytesRead += bytesRead;
    if (bytesRead !== buffer.length) {
      // A copy, so that a short read does not keep the whole buffer alive.
      const short = Buffer.allocUnsafeSlow(bytesRead);
      buffer.copy(short, 0, 0, bytesRead);
      buffer = short;
    }
    this.push(buffer);
  });
};

ReadStream.prototype.close = function(callback) {
  if (typeof callback === 'function') finished(this, callback);
  this.destroy();
};

function WriteStream(path, options) {
  if (!(this instanceof WriteStream)) return new WriteStream(path, options);
  options = copyObject(getOptions(options, kEmptyObject));
  options.decodeStrings = true;
  initialize(this, path, options, 'w');
  const fs = this[kFs];
  if (!fs.write && !fs.writev) throw new ERR_INVALID_ARG_TYPE('options.fs.write', 'function', fs.write);
  if (fs.write) validateFunction(fs.write, 'options.fs.write');
  if (fs.writev) validateFunction(fs.writev, 'options.fs.writev');
  if (options.autoDestroy) validateFunction(fs.close, 'options.fs.close');
  this.flush = options.flush ?? false;
  if (options.flush != null) {
    validateBoolean(this.flush, 'options.flush');
    validateFunction(fs.fsync, 'options.fs.fsync');
  }
  // With one of the two missing, the stream uses the other for everything.
  if (!fs.write) this._write = null;
  if (!fs.writev) this._writev = null;
  setStart(this, options.start);
  this.bytesWritten = 0;
  FunctionPrototypeCall(Writable, this, options);
  if (options.encoding) this.setDefaultEncoding(options.encoding);
}
ObjectSetPrototypeOf(WriteStream.prototype, Writable.prototype);
ObjectSetPrototypeOf(WriteStream, Writable);
defineState(WriteStream, 'WriteStream', '_writableState');

WriteStream.prototype._construct = construct;
WriteStream.prototype._destroy = destroy;

/**
 * Writes until `size` bytes are written.
 * @param {WriteStream} stream
 * @param {string} operation `write` or `writev`
 * @param {Buffer | Buffer[]} data
 */
function writeFully(stream, operation, data, size, position, callback, retries = 0) {
  const written = (error, bytesWritten, rest) => {
    // A file that takes nothing just now may take it later.
    if (error?.code === 'EAGAIN') {
      error = null;
      bytesWritten = 0;
    }
    if (stream.destroyed || error) {
      callback(error || new ERR_STREAM_DESTROYED(operation));
      return;
    }
    stream.bytesWritten += bytesWritten;
    retries = bytesWritten ? 0 : retries + 1;
    size -= bytesWritten;
    if (position !== undefined) position += bytesWritten;
    if (retries > MAX_RETRIES) {
      callback(new ERR_SYSTEM_ERROR(`${operation} failed`));
    } else if (size) {
      const left = operation === 'write' ?
        rest.slice(bytesWritten) : [Buffer.concat(rest).slice(bytesWritten)];
      writeFully(stream, operation, left, size, position, callback, retries);
    } else {
      callback();
    }
  };
  if (operation === 'write') stream[kFs].write(stream.fd, data, 0, size, position, written);
  else stream[kFs].writev(stream.fd, data, position, written);
}

function perform(stream, operation, data, size, callback) {
  stream[kIsPerformingIO] = true;
  writeFully(stream, operation, data, size, stream.pos, (error) => {
    stream[kIsPerformingIO] = false;
    callback(error);
    if (stream.destroyed) stream.emit(kIoDone, error);
  });
  if (stream.pos !== undefined) stream.pos += size;
}

WriteStream.prototype._write = function(data, encoding, callback) {
  perform(this, 'write', data, data.length, callback);
};

WriteStream.prototype._writev = function(entries, callback) {
  const chunks = new Array(entries.length);
  let size = 0;
  for (let i = 0; i < entries.length; i++) {
    chunks[i] = entries[i].chunk;
    size += chunks[i].length;
  }
  perform(this, 'writev', chunks, size, callback);
};

WriteStream.prototype.close = function(callback) {
  if (callback) {
    if (this.closed) {
      process.nextTick(callback);
      return;
    }
    this.on('close', callback);
  }
  if (!this.autoClose) this.on('finish', this.destroy);
  this.end();
};

// Files have no shutdown.
WriteStream.prototype.destroySoon = WriteStream.prototype.end;

module.exports = { ReadStream, WriteStream };
