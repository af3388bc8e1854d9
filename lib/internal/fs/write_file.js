'use strict';

// Writing whole files. Native code opens, writes and closes in one go; files that the caller opened, or that are
// to be flushed, go through the public functions one step at a time.

const { Buffer } = require('buffer');
const { aggregateTwoErrors } = require('internal/errors');
const { stringToFlags } = require('internal/fs/flags');
const {
  abortErrorOf, copyObject, getOptions, getValidatedPath, validateStringAfterArrayBufferView,
} = require('internal/fs/validation');
const { isArrayBufferView } = require('internal/util/types');
const { isInt32, parseFileMode, validateBoolean, validateFunction } = require('internal/validators');

const binding = internalBinding('fs');

const DEFAULT_MODE = 0o666;
const writeDefaults = { encoding: 'utf8', mode: DEFAULT_MODE, flag: 'w', flush: false };
const appendDefaults = { encoding: 'utf8', mode: DEFAULT_MODE, flag: 'a' };

/** writeFile's options, checked. */
function writeFileOptions(options) {
  options = getOptions(options, writeDefaults);
  validateBoolean(options.flush ?? false, 'options.flush');
  parseFileMode(options.mode, 'mode', DEFAULT_MODE);
  return options;
}

/** appendFile's options as writeFile takes them. */
function appendFileOptions(path, options) {
  options = getOptions(options, appendDefaults);
  parseFileMode(options.mode, 'mode', DEFAULT_MODE);
  options = copyObject(options);
  if (!options.flag || isInt32(path)) options.flag = 'a';
  return options;
}

/** The bytes to write. Native code encodes UTF-8 by itself, so such a string stays one if `keepUtf8`. */
function bytesOf(data, encoding, keepUtf8) {
  if (isArrayBufferView(data)) return data;
  validateStringAfterArrayBufferView(data, 'data');
  encoding ||= 'utf8';
  return keepUtf8 && (encoding === 'utf8' || encoding === 'utf-8') ? data : Buffer.from(data, encoding);
}

/** Writes all of `data` to an open file, flushes and closes it if that is asked for. */
class FileWriter {
  constructor(fd, isUserFd, data, options, callback) {
    this.fs = require('fs');
    this.fd = fd;
    this.isUserFd = isUserFd;
    this.data = data;
    this.signal = options.signal;
    this.flush = options.flush;
    this.callback = callback;
  }

  write(offset) {
    if (this.signal?.aborted) {
      this.finish(abortErrorOf(this.signal));
      return;
    }
    const length = this.data.byteLength - offset;
    this.fs.write(this.fd, this.data, offset, length, null, (error, written) => {
      if (error) this.finish(error);
      else if (written < length) this.write(offset + written);
      else if (this.flush) this.fs.fsync(this.fd, (failed) => this.finish(failed));
      else this.finish(null);
    });
  }

  finish(error) {
    if (this.isUserFd) {
      this.callback(error);
    } else if (error) {
      this.fs.close(this.fd, (closeError) => this.callback(aggregateTwoErrors(closeError, error)));
    } else {
      this.fs.close(this.fd, this.callback);
    }
  }
}

function writeFile(path, data, options, callback) {
  callback ||= options;
  validateFunction(callback, 'cb');
  options = writeFileOptions(options);
  const flag = options.flag || 'w';
  const { flush, signal } = options;
  const isUserFd = isInt32(path);
  data = bytesOf(data, options.encoding, !isUserFd && !flush);
  if (isUserFd) {
    new FileWriter(path, true, data, options, callback).write(0);
    return;
  }
  if (signal?.aborted) {
    callback(abortErrorOf(signal));
    return;
  }
  if (flush) {
    require('fs').open(path, flag, options.mode, (error, fd) => {
      if (error) callback(error);
      else new FileWriter(fd, false, data, options, callback).write(0);
    });
    return;
  }
  path = getValidatedPath(path);
  // An abort during the write still wins.
  const written = signal == null ? callback : (error) => callback(!error && signal.aborted ? abortErrorOf(signal) : error);
  const mode = parseFileMode(options.mode, 'mode', DEFAULT_MODE);
  binding.writeFile(path, data, stringToFlags(flag, 'options.flag'), mode, written);
}

function writeFileSync(path, data, options) {
  options = writeFileOptions(options);
  const flag = options.flag || 'w';
  const isUserFd = isInt32(path);
  if (!options.flush) {
    data = bytesOf(data, options.encoding, true);
    const mode = parseFileMode(options.mode, 'mode', DEFAULT_MODE);
    binding.writeFile(isUserFd ? path : getValidatedPath(path), data, stringToFlags(flag), mode);
    return;
  }
  data = bytesOf(data, options.encoding, false);
  const fs = require('fs');
  const fd = isUserFd ? path : fs.openSync(path, flag, options.mode);
  try {
    for (let offset = 0; offset < data.byteLength;) {
      offset += fs.writeSync(fd, data, offset, data.byteLength - offset);
    }
    fs.fsyncSync(fd);
  } finally {
    if (!isUserFd) fs.closeSync(fd);
  }
}

function appendFile(path, data, options, callback) {
  callback ||= options;
  validateFunction(callback, 'cb');
  require('fs').writeFile(path, data, appendFileOptions(path, options), callback);
}

function appendFileSync(path, data, options) {
  require('fs').writeFileSync(path, data, appendFileOptions(path, options));
}

module.exports = {
  appendFile, appendFileOptions, appendFileSync, bytesOf, writeFile, writeFileOptions, writeFileSync,
};
