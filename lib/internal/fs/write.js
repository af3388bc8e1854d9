'use strict';

// Writing to a file descriptor.

const { ObjectDefineProperty } = primordials;

const { Buffer } = require('buffer');
const {
  getValidatedFd, validateBufferArray, validateOffsetLengthWrite, validateStringAfterArrayBufferView,
} = require('internal/fs/validation');
const { customPromisifyArgs, kEmptyObject } = require('internal/util');
const { isArrayBufferView } = require('internal/util/types');
const { validateEncoding, validateFunction, validateInteger } = require('internal/validators');

const binding = internalBinding('fs');

/** Native code writes strings in UTF-8, which also stands in for what is no encoding; others are Buffer's affair. */
function isUtf8(encoding) {
  return !encoding || encoding === 'utf8' || encoding === 'utf-8' || !Buffer.isEncoding(encoding);
}

/**
 * The part of a buffer that is to be written, and where to.
 * @param {ArrayBufferView} buffer
 * @param {number | object | null} [offset] or an object with offset, length and position
 * @returns {{ offset: number, length: number, position: number | null }}
 */
function partToWrite(buffer, offset, length, position) {
  if (typeof offset === 'object') {
    ({ offset = 0, length = buffer.byteLength - offset, position = null } = offset ?? kEmptyObject);
  }
  if (offset == null || typeof offset === 'function') offset = 0;
  else validateInteger(offset, 'offset', 0);
  if (typeof length !== 'number') length = buffer.byteLength - offset;
  if (typeof position !== 'number') position = null;
  validateOffsetLengthWrite(offset, length, buffer.byteLength);
  return { offset, length, position };
}

/** write(fd, buffer[, offset[, length[, position]]], callback), write(fd, string[, position[, encoding]], callback) */
function write(fd, buffer, offset, length, position, callback) {
  fd = getValidatedFd(fd);
  const written = (error, bytesWritten) => callback(error, bytesWritten || 0, buffer);
  if (isArrayBufferView(buffer)) {
    callback ||= position || length || offset;
    validateFunction(callback, 'cb');
    const part = partToWrite(buffer, offset, length, position);
    binding.writeBuffer(fd, buffer, part.offset, part.length, part.position, written);
    return;
  }
  validateStringAfterArrayBufferView(buffer, 'buffer');
  let encoding = length;
  if (typeof position === 'function') {
    callback = position;
  } else {
    encoding = 'utf8';
    if (typeof offset === 'function') {
      callback = offset;
      offset = null;
    } else {
      callback = length;
    }
  }
  validateEncoding(buffer, encoding);
  validateFunction(callback, 'cb');
  if (isUtf8(encoding)) {
    binding.writeString(fd, buffer, offset, written);
    return;
  }
  const bytes = Buffer.from(buffer, encoding);
  binding.writeBuffer(fd, bytes, 0, bytes.length, offset, written);
}

function writeSync(fd, buffer, offset, length, position) {
  fd = getValidatedFd(fd);
  if (isArrayBufferView(buffer)) {
    const part = partToWrite(buffer, offset, length, position);
    return binding.writeBuffer(fd, buffer, part.offset, part.length, part.position);
  }
  validateStringAfterArrayBufferView(buffer, 'buffer');
  validateEncoding(buffer, length);
  if (isUtf8(length)) return binding.writeString(fd, buffer, offset);
  const bytes = Buffer.from(buffer, length);
  return binding.writeBuffer(fd, bytes, 0, bytes.length, offset);
}

function writev(fd, buffers, position, callback) {
  fd = getValidatedFd(fd);
  validateBufferArray(buffers);
  callback ||= position;
  validateFunction(callback, 'cb');
  if (buffers.length === 0) {
    process.nextTick(callback, null, 0, buffers);
    return;
  }
  if (typeof position !== 'number') position = null;
  binding.writeBuffers(fd, buffers, position, (error, written) => callback(error, written || 0, buffers));
}

function writevSync(fd, buffers, position) {
  fd = getValidatedFd(fd);
  validateBufferArray(buffers);
  if (buffers.length === 0) return 0;
  if (typeof position !== 'number') position = null;
  return binding.writeBuffers(fd, buffers, position);
}

ObjectDefineProperty(write, customPromisifyArgs, { __proto__: null, value: ['bytesWritten', 'buffer'] });
ObjectDefineProperty(writev, customPromisifyArgs, { __proto__: null, value: ['bytesWritten', 'buffer'] });

module.exports = { isUtf8, partToWrite, write, writeSync, writev, writevSync };
