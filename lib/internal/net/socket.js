'use strict';

// net.Socket: a duplex stream over a native handle (https://nodejs.org/api/net.html#class-netsocket).

const {
  Boolean,
  Error,
  FunctionPrototypeCall,
  MathTrunc,
  ObjectAssign,
  ObjectDefineProperty,
  ObjectSetPrototypeOf,
  Symbol,
} = primordials;
const { ShutdownWrap } = internalBinding('stream_wrap');
const { UV_ENOTCONN } = internalBinding('uv');
const { owner_symbol } = internalBinding('symbols');
const { Duplex, addAbortSignal } = require('stream');
const {
  ErrnoException,
  codes: {
    ERR_INVALID_ARG_VALUE,
    ERR_SOCKET_CLOSED,
    ERR_SOCKET_CLOSED_BEFORE_CONNECTION,
  },
} = require('internal/errors');
const { createHandle } = require('internal/net/handles');
const options = require('internal/net/socket_options');
const {
  kBuffer,
  kBufferCb,
  kBufferGen,
  kUpdateTimer,
  onStreamRead,
  writeGeneric,
  writevGeneric,
} = require('internal/stream_base_commons');
const { clearTimeout } = require('timers');
const { isUint8Array } = require('internal/util/types');
const { validateAbortSignal, validateInt32, validateNumber } = require('internal/validators');

const kBytesRead = Symbol('kBytesRead');
const kBytesWritten = Symbol('kBytesWritten');
const kHandle = Symbol('kHandle');
const { kSetKeepAlive, kSetKeepAliveInitialDelay, kSetNoDelay, kSetTOS, kLastWriteQueueSize, kTimeout } = options;

function noop() {}

function rejectObjectMode(given) {
  const names = ['objectMode', 'readableObjectMode', 'writableObjectMode'];
  for (let i = 0; i < names.length; i++) {
    if (given?.[names[i]]) throw new ERR_INVALID_ARG_VALUE(`options.${names[i]}`, given[names[i]], 'is not supported');
  }
}

/**
 * @param {object | number} [given] options, or a file descriptor
 */
function Socket(given) {
  if (!(this instanceof Socket)) return new Socket(given);
  rejectObjectMode(given);
  const delay = given?.keepAliveInitialDelay;
  if (delay !== undefined) {
    validateNumber(delay, 'options.keepAliveInitialDelay');
    if (delay < 0) given.keepAliveInitialDelay = 0;
  }

  this.connecting = false;
  this._hadError = false;
  this[kHandle] = null;
  this._parent = null;
  this._host = null;
  this[kLastWriteQueueSize] = 0;
  this[kTimeout] = null;
  this[kBuffer] = null;
  this[kBufferCb] = null;
  this[kBufferGen] = null;
  this._closeAfterHandlingError = false;

  const settings = typeof given === 'number' ? { fd: given } : { ...given };
  settings.allowHalfOpen = Boolean(settings.allowHalfOpen);
  // The handle's own closing tells when 'close' is due; strings go to native code as they are.
  settings.emitClose = false;
  settings.autoDestroy = true;
  settings.decodeStrings = false;
  const { signal } = settings;
  settings.signal = undefined;
  FunctionPrototypeCall(Duplex, this, settings);

  if (settings.handle) this._handle = settings.handle;
  else if (settings.fd !== undefined) openDescriptor(this, settings.fd);
  adoptReadBuffer(this, settings.onread);

  this[kSetNoDelay] = Boolean(settings.noDelay);
  this[kSetKeepAlive] = Boolean(settings.keepAlive);
  this[kSetKeepAliveInitialDelay] = MathTrunc(settings.keepAliveInitialDelay / 1000) || 0;
  if (settings.typeOfService !== undefined) validateInt32(settings.typeOfService, 'options.typeOfService', 0, 255);
  this[kSetTOS] = settings.typeOfService;

  this.on('end', onReadableEnd);
  attachHandle(this);
  this._pendingData = null;
  this._pendingEncoding = '';
  if (this._handle && settings.readable !== false) startFlow(this, settings);
  if (signal) abortWith(this, signal);

  this.server = null;
  this._server = null;
  this[kBytesRead] = 0;
  this[kBytesWritten] = 0;
  if (settings.blockList) this.blockList = settings.blockList;
}
ObjectSetPrototypeOf(Socket.prototype, Duplex.prototype);
ObjectSetPrototypeOf(Socket, Duplex);

function openDescriptor(socket, fd) {
  socket._handle = createHandle(fd, false);
  const status = socket._handle.open(fd);
  if (status) throw new ErrnoException(status, 'open');
}

function adoptReadBuffer(socket, onread) {
  if (onread === null || typeof onread !== 'object' || typeof onread.callback !== 'function') return;
  if (typeof onread.buffer === 'function') {
    socket[kBuffer] = true;
    socket[kBufferGen] = onread.buffer;
  } else if (isUint8Array(onread.buffer)) {
    socket[kBuffer] = onread.buffer;
  } else {
    return;
  }
  socket[kBufferCb] = onread.callback;
}

function startFlow(socket, settings) {
  if (settings.pauseOnCreate) {
    socket._handle.reading = false;
    socket._handle.readStop();
    socket.readableFlowing = false;
  } else if (!settings.manualStart) {
    socket.read(0);
  }
}

function abortWith(socket, signal) {
  validateAbortSignal(signal, 'options.signal');
  addAbortSignal(signal, socket);
}

// Makes the handle report to the socket.
function attachHandle(socket) {
  const handle = socket._handle;
  if (!handle) return;
  handle[owner_symbol] = socket;
  handle.onread = onStreamRead;
  const own = socket[kBuffer];
  if (!own) return;
  if (own === true) {
    const made = socket[kBufferGen]();
    if (!isUint8Array(made)) return;
    socket[kBuffer] = made;
  }
  handle.useUserBuffer(socket[kBuffer]);
}

function startReading(socket) {
  socket._handle.reading = true;
  const status = socket._handle.readStart();
  if (status) socket.destroy(new ErrnoException(status, 'read'));
}

function stopReading(socket) {
  const handle = socket._handle;
  if (!socket[kBuffer] || socket.connecting || !handle?.reading) return;
  handle.reading = false;
  if (socket.destroyed) return;
  const status = handle.readStop();
  if (status) socket.destroy(new ErrnoException(status, 'read'));
}

// Without allowHalfOpen, the end of input ends the output too.
function onReadableEnd() {
  if (!this.allowHalfOpen) this.write = writeAfterEnd;
}

function writeAfterEnd(chunk, encoding, callback) {
  if (!this.writableEnded) return FunctionPrototypeCall(Duplex.prototype.write, this, chunk, encoding, callback);
  if (typeof encoding === 'function') callback = encoding;
  // The peer is gone, which is what EPIPE says.
  const error = new Error('This socket has been ended by the other party');
  error.code = 'EPIPE';
  if (typeof callback === 'function') process.nextTick(callback, error);
  this.destroy(error);
  return false;
}

// With a buffer of the user's own, reading is started by hand: nothing is ever in the stream's buffer.
function resumeReading(socket) {
  if (socket[kBuffer] && !socket.connecting && socket._handle && !socket._handle.reading) startReading(socket);
}

ObjectAssign(Socket.prototype, options.methods, {
  _read(size) {
    if (this.connecting || !this._handle) this.once('connect', () => this._read(size));
    else if (!this._handle.reading) startReading(this);
  },

  _final(callback) {
    if (this.connecting) return this.once('connect', () => this._final(callback));
    if (!this._handle) return callback();
    const request = new ShutdownWrap();
    request.oncomplete = onShutdown;
    request.handle = this._handle;
    request.callback = callback;
    const status = this._handle.shutdown(request);
    if (status === 1 || status === UV_ENOTCONN) return callback();
    if (status !== 0) return callback(new ErrnoException(status, 'shutdown'));
  },

  _write(data, encoding, callback) {
    this._writeGeneric(false, data, encoding, callback);
  },

  _writev(chunks, callback) {
    this._writeGeneric(true, chunks, '', callback);
  },

  _writeGeneric(isMany, data, encoding, callback) {
    if (this.connecting) {
      // One write at a time comes here; the rest waits in the stream.
      this._pendingData = data;
      this._pendingEncoding = encoding;
      const onClose = () => callback(new ERR_SOCKET_CLOSED_BEFORE_CONNECTION());
      this.once('connect', () => {
        this.off('close', onClose);
        this._writeGeneric(isMany, data, encoding, callback);
      });
      this.once('close', onClose);
      return;
    }
    this._pendingData = null;
    this._pendingEncoding = '';
    if (!this._handle) {
      callback(new ERR_SOCKET_CLOSED());
      return false;
    }
    this._unrefTimer();
    const request = isMany ? writevGeneric(this, data, callback) : writeGeneric(this, data, encoding, callback);
    if (request.async) this[kLastWriteQueueSize] = request.bytes;
  },

  end(data, encoding, callback) {
    FunctionPrototypeCall(Duplex.prototype.end, this, data, encoding, callback);
    return this;
  },

  pause() {
    stopReading(this);
    return FunctionPrototypeCall(Duplex.prototype.pause, this);
  },

  resume() {
    resumeReading(this);
    return FunctionPrototypeCall(Duplex.prototype.resume, this);
  },

  read(size) {
    resumeReading(this);
    return FunctionPrototypeCall(Duplex.prototype.read, this, size);
  },

  destroySoon() {
    if (this.writable) this.end();
    if (this.writableFinished) this.destroy();
    else this.once('finish', this.destroy);
  },

  resetAndDestroy() {
    if (!this._handle) {
      this.destroy(new ERR_SOCKET_CLOSED());
    } else if (typeof this._handle.reset !== 'function') {
      const { codes: { ERR_INVALID_HANDLE_TYPE } } = require('internal/errors');
      throw new ERR_INVALID_HANDLE_TYPE();
    } else if (this.connecting) {
      this.once('connect', () => this._reset());
    } else {
      this._reset();
    }
    return this;
  },

  _reset() {
    this.resetAndClosing = true;
    return this.destroy();
  },

  _destroy(error, callback) {
    this.connecting = false;
    for (let socket = this; socket !== null && socket !== undefined; socket = socket._parent) {
      clearTimeout(socket[kTimeout]);
    }
    if (this._handle) {
      closeHandle(this, Boolean(error));
      callback(error);
    } else {
      callback(error);
      process.nextTick(emitClose, this);
    }
    if (this._server) {
      this._server._connections--;
      this._server._emitCloseIfDrained?.();
    }
  },

  connect(...args) {
    return require('internal/net/connect').connectSocket(this, args);
  },
});

function onShutdown() {
  this.callback();
}

function emitClose(socket) {
  socket.emit('close', false);
}

function closeHandle(socket, isException) {
  const handle = socket._handle;
  // They can be asked for after the end.
  socket[kBytesRead] = handle.bytesRead;
  socket[kBytesWritten] = handle.bytesWritten;
  const onClose = () => socket.emit('close', isException);
  const detach = () => {
    handle.onread = noop;
    socket._handle = null;
    socket._sockname = null;
  };
  if (socket.resetAndClosing) {
    socket.resetAndClosing = false;
    const status = handle.reset(onClose);
    if (status) socket.emit('error', new ErrnoException(status, 'reset'));
    detach();
  } else if (socket._closeAfterHandlingError) {
    // Listeners of 'error' may still want the handle.
    process.nextTick(() => {
      handle.close(onClose);
      detach();
    });
  } else {
    handle.close(onClose);
    detach();
  }
}

function getter(name, get, enumerable = true) {
  ObjectDefineProperty(Socket.prototype, name, { __proto__: null, configurable: true, enumerable, get });
}

getter('bytesRead', function bytesRead() {
  return this._handle ? this._handle.bytesRead : this[kBytesRead];
});
getter('_bytesDispatched', function _bytesDispatched() {
  return this._handle ? this._handle.bytesWritten : this[kBytesWritten];
});
getter('bytesWritten', function bytesWritten() {
  const { writableBuffer } = this;
  if (!writableBuffer) return undefined;
  let bytes = this._bytesDispatched + lengthOf(this._pendingData, this._pendingEncoding);
  for (let i = 0; i < writableBuffer.length; i++) bytes += lengthOf(writableBuffer[i].chunk, writableBuffer[i].encoding);
  return bytes;
});

// Of a chunk, or of the many chunks of a writev.
function lengthOf(data, encoding) {
  if (!data) return 0;
  if (typeof data === 'string') return require('buffer').Buffer.byteLength(data, encoding);
  if (typeof data.byteLength === 'number') return data.byteLength;
  let bytes = 0;
  for (let i = 0; i < data.length; i++) bytes += lengthOf(data[i].chunk ?? data[i], data[i].encoding);
  return bytes;
}

options.defineGetters(getter);

ObjectDefineProperty(Socket.prototype, '_handle', {
  __proto__: null,
  get() {
    return this[kHandle];
  },
  set(handle) {
    this[kHandle] = handle;
  },
});

Socket.prototype[kUpdateTimer] = Socket.prototype._unrefTimer;

module.exports = { Socket, attachHandle };
