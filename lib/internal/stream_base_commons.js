'use strict';

// How streams of lib/ read from and write to native handles: pipes, terminals, sockets.
//
// A native read calls `handle.onread(arrayBuffer)` with the number of bytes, or a negative errno, in a shared array.
// A write takes a request object, and tells in the same array whether it has finished already; if not, the request's
// `oncomplete` is called later.

const { Array, FunctionPrototypeCall, Symbol } = primordials;
const {
  WriteWrap,
  kArrayBufferOffset,
  kBytesWritten,
  kLastWriteWasAsync,
  kReadBytesOrError,
  streamBaseState,
} = internalBinding('stream_wrap');
const { UV_EOF } = internalBinding('uv');
const { owner_symbol } = internalBinding('symbols');
const { FastBuffer } = require('internal/buffer');
const { ErrnoException } = require('internal/errors');
const { isUint8Array } = require('internal/util/types');

/** The buffer that reads fill, if the stream's maker supplied one. */
const kBuffer = Symbol('kBuffer');
/** Called with what was read into it. */
const kBufferCb = Symbol('kBufferCb');
/** Makes the buffer for the next read. */
const kBufferGen = Symbol('kBufferGen');
const kMaybeDestroy = Symbol('kMaybeDestroy');
const kUpdateTimer = Symbol('kUpdateTimer');

function makeRequest(handle, callback) {
  const request = new WriteWrap();
  request.handle = handle;
  request.oncomplete = onWriteComplete;
  request.async = false;
  request.bytes = 0;
  request.buffer = null;
  request.callback = callback;
  return request;
}

// Native code writes these itself; other encodings go through a Buffer.
function writeString(handle, request, text, encoding) {
  switch (encoding) {
    case 'utf8':
    case 'utf-8':
      return handle.writeUtf8String(request, text);
    case 'latin1':
    case 'binary':
      return handle.writeLatin1String(request, text);
    case 'ascii':
      return handle.writeAsciiString(request, text);
    case 'ucs2':
    case 'ucs-2':
    case 'utf16le':
    case 'utf-16le':
      return handle.writeUcs2String(request, text);
    default: {
      const { Buffer } = require('buffer');
      return writeBuffer(handle, request, Buffer.from(text, encoding));
    }
  }
}

function writeBuffer(handle, request, buffer) {
  const status = handle.writeBuffer(request, buffer);
  // The memory has to live until it is written.
  if (streamBaseState[kLastWriteWasAsync]) request.buffer = buffer;
  return status;
}

function finish(request, status, callback) {
  request.bytes = streamBaseState[kBytesWritten];
  request.async = !!streamBaseState[kLastWriteWasAsync];
  if (status !== 0) return callback(new ErrnoException(status, 'write', request.error));
  if (!request.async && typeof request.callback === 'function') request.callback();
}

/**
 * Writes one chunk.
 * @param {object} stream which has the handle
 * @param {string | Buffer} data
 * @param {string} encoding 'buffer' for a Buffer
 * @param {Function} callback
 * @returns {WriteWrap} the request
 */
function writeGeneric(stream, data, encoding, callback) {
  const handle = stream._handle;
  const request = makeRequest(handle, callback);
  const status = encoding === 'buffer' || typeof data !== 'string' ?
    writeBuffer(handle, request, data) : writeString(handle, request, data, encoding);
  finish(request, status, callback);
  return request;
}

/** Writes many chunks, as `_writev` gets them. */
function writevGeneric(stream, data, callback) {
  const handle = stream._handle;
  const request = makeRequest(handle, callback);
  const { allBuffers } = data;
  let chunks;
  if (allBuffers) {
    chunks = data;
    for (let i = 0; i < data.length; i++) data[i] = data[i].chunk;
  } else {
    chunks = new Array(data.length * 2);
    for (let i = 0; i < data.length; i++) {
      chunks[i * 2] = data[i].chunk;
      chunks[i * 2 + 1] = data[i].encoding;
    }
  }
  const status = handle.writev(request, chunks, allBuffers);
  if (status === 0) request.buffer = chunks;
  finish(request, status, callback);
  return request;
}

function onWriteComplete(status) {
  const stream = this.handle[owner_symbol];
  const error = status < 0 ? new ErrnoException(status, 'write', this.error) : undefined;
  if (stream === undefined || stream === null || stream.destroyed) {
    if (typeof this.callback === 'function') this.callback(error ?? null);
    return;
  }
  if (error !== undefined) {
    if (typeof this.callback === 'function') this.callback(error);
    else stream.destroy(error);
    return;
  }
  stream[kUpdateTimer]();
  if (typeof this.callback === 'function') this.callback(null);
}

// Hands the bytes on. Returns whether the stream wants more.
function deliver(stream, arrayBuffer, length) {
  const own = stream[kBuffer];
  if (!own) return stream.push(new FastBuffer(arrayBuffer, streamBaseState[kArrayBufferOffset], length));
  return FunctionPrototypeCall(stream[kBufferCb], stream, length, own) !== false;
}

// The memory for the next read, if the stream's maker supplies a new one each time.
function nextBuffer(stream) {
  if (!stream[kBuffer] || stream[kBufferGen] === null) return undefined;
  const buffer = stream[kBufferGen]();
  if (!isUint8Array(buffer)) return undefined;
  stream[kBuffer] = buffer;
  return buffer;
}

// Stops native reading. Returns false if that failed, which ends the stream.
function stopReading(handle, stream) {
  handle.reading = false;
  if (stream.destroyed) return true;
  const status = handle.readStop();
  if (status === 0 || status === undefined) return true;
  stream.destroy(new ErrnoException(status, 'read'));
  return false;
}

/** `handle.onread` of every handle that a stream reads from. */
function onStreamRead(arrayBuffer) {
  const length = streamBaseState[kReadBytesOrError];
  const stream = this[owner_symbol];
  stream[kUpdateTimer]();
  if (length > 0) {
    if (stream.destroyed) return undefined;
    const wantsMore = deliver(stream, arrayBuffer, length);
    const buffer = nextBuffer(stream);
    if (!wantsMore) stopReading(this, stream);
    return buffer;
  }
  if (length === 0) return undefined;
  if (length !== UV_EOF) {
    // Nobody can say when in the stream's life a failed read comes in, so the stream goes at once.
    stream.destroy(new ErrnoException(length, 'read'));
    return undefined;
  }
  endOfInput(this, stream);
  return undefined;
}

function endOfInput(handle, stream) {
  if (stream._readableState.endEmitted) {
    if (stream[kMaybeDestroy]) stream[kMaybeDestroy]();
    return;
  }
  if (stream[kMaybeDestroy]) stream.on('end', stream[kMaybeDestroy]);
  if (handle.readStop && !stopReading(handle, stream)) return;
  stream.push(null);
  stream.read(0);
}

module.exports = {
  kBuffer,
  kBufferCb,
  kBufferGen,
  kMaybeDestroy,
  kUpdateTimer,
  onStreamRead,
  writeGeneric,
  writevGeneric,
};
