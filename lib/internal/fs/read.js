'use strict';

// Reading from a file descriptor.

const { ObjectDefineProperty } = primordials;

const { Buffer } = require('buffer');
const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const {
  getValidatedFd, validateBufferArray, validateOffsetLengthRead, validatePosition,
} = require('internal/fs/validation');
const { customPromisifyArgs, kEmptyObject } = require('internal/util');
const { isArrayBufferView } = require('internal/util/types');
const {
  kValidateObjectAllowNullable, validateBuffer, validateFunction, validateInteger, validateObject,
} = require('internal/validators');

const binding = internalBinding('fs');

const DEFAULT_SIZE = 16384;

/**
 * Checks a read's arguments, all but the buffer's type.
 * @returns {number | bigint} the position, -1 for the current one
 */
function checkRead(buffer, offset, length, position) {
  position = position ?? -1;
  if (position !== -1) validatePosition(position, 'position', length);
  if (length !== 0) {
    if (buffer.byteLength === 0) {
      throw new ERR_INVALID_ARG_VALUE('buffer', buffer, 'is empty and cannot be written');
    }
    validateOffsetLengthRead(offset, length, buffer.byteLength);
  }
  return position;
}

/** read(fd, buffer, offset, length, position, callback), (fd, buffer, options, callback), (fd, options, callback) … */
function read(fd, buffer, offset, length, position, callback) {
  fd = getValidatedFd(fd);
  if (arguments.length <= 4) {
    let options = null;
    if (arguments.length === 4) {
      validateObject(offset, 'options', kValidateObjectAllowNullable);
      callback = length;
      options = offset;
    } else if (arguments.length === 3) {
      callback = offset;
      if (!isArrayBufferView(buffer)) {
        options = buffer;
        if (options !== undefined) validateObject(options, 'options', kValidateObjectAllowNullable);
        ({ buffer = Buffer.alloc(DEFAULT_SIZE) } = options ?? kEmptyObject);
      }
    } else {
      callback = buffer;
      buffer = Buffer.alloc(DEFAULT_SIZE);
    }
    ({ offset = 0, length = buffer?.byteLength - offset, position = null } = options ?? kEmptyObject);
  }
  validateBuffer(buffer);
  validateFunction(callback, 'cb');
  if (offset == null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  length |= 0;
  position = checkRead(buffer, offset, length, position);
  if (length === 0) {
    process.nextTick(() => callback(null, 0, buffer));
    return;
  }
  binding.read(fd, buffer, offset, length, position, (error, bytesRead) => callback(error, bytesRead || 0, buffer));
}

function readSync(fd, buffer, offset, length, position) {
  fd = getValidatedFd(fd);
  validateBuffer(buffer);
  if (arguments.length <= 3 || typeof offset === 'object') {
    const options = offset;
    if (options !== undefined) validateObject(options, 'options', kValidateObjectAllowNullable);
    ({ offset = 0, length = buffer.byteLength - offset, position = null } = options ?? kEmptyObject);
  }
  if (offset === undefined) offset = 0;
  else validateInteger(offset, 'offset', 0);
  length |= 0;
  position = checkRead(buffer, offset, length, position);
  return length === 0 ? 0 : binding.read(fd, buffer, offset, length, position);
}

function readv(fd, buffers, position, callback) {
  fd = getValidatedFd(fd);
  validateBufferArray(buffers);
  callback ||= position;
  validateFunction(callback, 'cb');
  if (typeof position !== 'number') position = null;
  binding.readBuffers(fd, buffers, position, (error, bytesRead) => callback(error, bytesRead || 0, buffers));
}

function readvSync(fd, buffers, position) {
  fd = getValidatedFd(fd);
  validateBufferArray(buffers);
  if (typeof position !== 'number') position = null;
  return binding.readBuffers(fd, buffers, position);
}

ObjectDefineProperty(read, customPromisifyArgs, { __proto__: null, value: ['bytesRead', 'buffer'] });
ObjectDefineProperty(readv, customPromisifyArgs, { __proto__: null, value: ['bytesRead', 'buffers'] });

module.exports = { DEFAULT_SIZE, checkRead, read, readSync, readv, readvSync };
