'use strict';

// Whole files. Native code does a regular file of up to one chunk in one go: one call when synchronous, one job of
// the pool otherwise. What is larger, is no regular file or goes to the caller's buffer is read here
// in chunks, so that no job blocks its thread for long and a signal is noticed between two of them.

const { ArrayPrototypePush, MathMin } = primordials;

const { Buffer } = require('buffer');
const { FastBuffer } = require('internal/buffer');
const {
  aggregateTwoErrors,
  codes: { ERR_FS_FILE_TOO_LARGE, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE },
} = require('internal/errors');
const { stringToFlags } = require('internal/fs/flags');
const { latestIs, latestSize } = require('internal/fs/stats');
const { abortErrorOf, getOptions, getValidatedPath } = require('internal/fs/validation');
const { isArrayBufferView } = require('internal/util/types');
const { isInt32, validateBuffer, validateFunction } = require('internal/validators');

const binding = internalBinding('fs');
const { S_IFREG } = internalBinding('constants').fs;

/** How much is read at once. */
const CHUNK = 512 * 1024;
/** How much is read at once where the size is not known. */
const UNKNOWN_CHUNK = 64 * 1024;
/** Most systems read no more at once, and buffers should not be larger. */
const MAX_SIZE = 2 ** 31 - 1;

const defaults = { flag: 'r' };

const isUtf8 = (encoding) => encoding === 'utf8' || encoding === 'utf-8';

/** The options of readFile. */
function readFileOptions(options) {
  options = getOptions(options, defaults);
  const { buffer } = options;
  if (buffer !== undefined && typeof buffer !== 'function' && !isArrayBufferView(buffer)) {
    throw new ERR_INVALID_ARG_TYPE(
      'options.buffer', ['Buffer', 'TypedArray', 'DataView', 'Function'], buffer);
  }
  return options;
}

function bufferName(options) {
  return typeof options.buffer === 'function' ? 'options.buffer().byteLength' : 'options.buffer.byteLength';
}

/** The caller's buffer for a file of this size (0: not known), as a Buffer. */
function bufferOfCaller(options, size) {
  let { buffer } = options;
  if (typeof buffer === 'function') {
    buffer = options.buffer(size);
    validateBuffer(buffer, 'options.buffer()');
  }
  if (size > buffer.byteLength) {
    throw new ERR_INVALID_ARG_VALUE(
      bufferName(options), buffer.byteLength, `is smaller than the file size of ${size} bytes`);
  }
  return Buffer.isBuffer(buffer) ? buffer : Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

/**
 * Where the contents of a file go, chunk by chunk. `next()` gives the place for the next read, `add(bytesRead)`
 * says whether the file is complete.
 */
class Contents {
  /**
   * @param {object} options of readFile
   * @param {number} size 0 if it is not known
   */
  constructor(options, size) {
    if (size > MAX_SIZE) throw new ERR_FS_FILE_TOO_LARGE(size);
    this.options = options;
    this.size = size;
    this.position = 0;
    this.own = options.buffer === undefined;
    /** Full chunks, when the size is not known. */
    this.chunks = undefined;
    this.buffer = undefined;
    this.offset = 0;
    this.length = 0;
    if (!this.own) this.buffer = bufferOfCaller(options, size);
    else if (size > 0) this.buffer = Buffer.allocUnsafeSlow(size);
    else this.chunks = [];
  }

  next() {
    if (this.size > 0) {
      this.offset = this.position;
      this.length = MathMin(CHUNK, this.size - this.position);
    } else if (this.own) {
      this.buffer = Buffer.allocUnsafeSlow(UNKNOWN_CHUNK);
      this.length = UNKNOWN_CHUNK;
    } else if (this.position < this.buffer.byteLength) {
      this.offset = this.position;
      this.length = this.buffer.byteLength - this.position;
    } else {
      // The caller's buffer is full: is there more?
      this.overflow = Buffer.allocUnsafeSlow(1);
      this.offset = 0;
      this.length = 1;
    }
    return this.overflow ?? this.buffer;
  }

  add(bytesRead) {
    if (bytesRead === 0) return true;
    if (this.overflow !== undefined) {
      throw new ERR_INVALID_ARG_VALUE(
        bufferName(this.options), this.buffer.byteLength, 'is too small to contain the entire file');
    }
    this.position += bytesRead;
    if (this.chunks !== undefined) {
      ArrayPrototypePush(this.chunks, bytesRead === this.length ? this.buffer : this.buffer.subarray(0, bytesRead));
    }
    return this.position === this.size;
  }

  result() {
    const { encoding } = this.options;
    let buffer;
    if (this.chunks !== undefined) buffer = Buffer.concat(this.chunks, this.position);
    else buffer = this.own && this.position === this.size ? this.buffer : this.buffer.subarray(0, this.position);
    return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
  }
}

/** Reads an open file in chunks and closes it, unless it is the caller's. */
class ChunkedReader {
  constructor(fd, isUserFd, options, callback) {
    this.fd = fd;
    this.isUserFd = isUserFd;
    this.options = options;
    this.callback = callback;
    this.contents = undefined;
  }

  start(size) {
    try {
      this.contents = new Contents(this.options, size);
    } catch (error) {
      this.finish(error);
      return;
    }
    this.read();
  }

  read() {
    const { signal } = this.options;
    if (signal?.aborted) {
      this.finish(abortErrorOf(signal));
      return;
    }
    const { contents } = this;
    const buffer = contents.next();
    binding.read(this.fd, buffer, contents.offset, contents.length, -1, (error, bytesRead) => {
      if (error) {
        this.finish(error);
        return;
      }
      let done;
      try {
        done = contents.add(bytesRead);
      } catch (full) {
        this.finish(full);
        return;
      }
      if (done) this.finish(null);
      else this.read();
    });
  }

  finish(error) {
    const closed = (closeError) => {
      if (error || closeError) {
        this.callback(aggregateTwoErrors(closeError, error));
        return;
      }
      let result;
      try {
        result = this.contents.result();
      } catch (failed) {
        this.callback(failed);
        return;
      }
      this.callback(null, result);
    };
    if (this.isUserFd) process.nextTick(closed);
    else binding.close(this.fd, closed);
  }
}

/** Asks for the size of an open file, then reads it in chunks. */
function readOpenFile(reader) {
  binding.fstat(reader.fd, false, (error) => {
    if (error) reader.finish(error);
    else reader.start(latestIs(S_IFREG) ? latestSize() : 0);
  });
}

/** What native code read, in the form that the caller asked for. */
function convert(data, encoding) {
  if (typeof data === 'string') return data;
  const buffer = new FastBuffer(data);
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
}

function readFile(path, options, callback) {
  callback ||= options;
  validateFunction(callback, 'cb');
  options = readFileOptions(options);
  if (isInt32(path)) {
    process.nextTick(() => readOpenFile(new ChunkedReader(path, true, options, callback)));
    return;
  }
  const { encoding, signal } = options;
  if (signal?.aborted) {
    callback(abortErrorOf(signal));
    return;
  }
  const flags = stringToFlags(options.flag, 'options.flag');
  path = getValidatedPath(path);
  if (options.buffer !== undefined) {
    binding.open(path, flags, 0o666, (error, fd) => {
      if (error) callback(error);
      else readOpenFile(new ChunkedReader(fd, false, options, callback));
    });
    return;
  }
  binding.readFile(path, flags, isUtf8(encoding), (error, data, fd, size) => {
    if (error) {
      callback(error);
    } else if (data === undefined) {
      new ChunkedReader(fd, false, options, callback).start(size);
    } else if (signal?.aborted) {
      // An abort during the read still wins.
      callback(abortErrorOf(signal));
    } else if (typeof data === 'string') {
      callback(null, data);
    } else {
      let result;
      try {
        result = convert(data, encoding);
      } catch (failed) {
        callback(failed);
        return;
      }
      callback(null, result);
    }
  });
}

function readSyncInto(path, options) {
  const fs = require('fs');
  const isUserFd = isInt32(path);
  const fd = isUserFd ? path : fs.openSync(path, options.flag, 0o666);
  try {
    binding.fstat(fd, false);
    const contents = new Contents(options, latestIs(S_IFREG) ? latestSize() : 0);
    let buffer;
    do {
      buffer = contents.next();
    } while (!contents.add(fs.readSync(fd, buffer, contents.offset, contents.length)));
    return contents.result();
  } finally {
    if (!isUserFd) fs.closeSync(fd);
  }
}

function readFileSync(path, options) {
  options = readFileOptions(options);
  if (options.buffer !== undefined) return readSyncInto(path, options);
  const { encoding } = options;
  const flags = stringToFlags(options.flag);
  const data = binding.readFileSync(isInt32(path) ? path : getValidatedPath(path), flags, isUtf8(encoding));
  // Too large for a buffer: the size is what comes back.
  if (typeof data === 'number') throw new ERR_FS_FILE_TOO_LARGE(data);
  return convert(data, encoding);
}

module.exports = { CHUNK, Contents, convert, isUtf8, readFile, readFileOptions, readFileSync };
