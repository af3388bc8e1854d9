'use strict';

// net.Server: accepts connections on a pipe or a port (https://nodejs.org/api/net.html#class-netserver).

const {
  Boolean,
  FunctionPrototypeCall,
  MathTrunc,
  ObjectDefineProperty,
  ObjectSetPrototypeOf,
  Promise,
  Symbol,
  SymbolAsyncDispose,
  SymbolDispose,
} = primordials;
const { Pipe, constants: { SERVER: PIPE_SERVER, UV_READABLE, UV_WRITABLE } } = internalBinding('pipe_wrap');
const { owner_symbol } = internalBinding('symbols');
const { UV_EINVAL } = internalBinding('uv');
const EventEmitter = require('events');
const { async_id_symbol, defaultTriggerAsyncIdScope, getOrSetAsyncId } = require('internal/async_hooks');
const {
  ErrnoException,
  UVExceptionWithHostPort,
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_SERVER_ALREADY_LISTEN, ERR_SERVER_NOT_RUNNING },
} = require('internal/errors');
const { isIP } = require('internal/net');
const { backlogOf, isPipeName, normalizeArgs } = require('internal/net/arguments');
const { createHandle } = require('internal/net/handles');
const { Socket } = require('internal/net/socket');
const { validateAbortSignal, validateNumber, validatePort } = require('internal/validators');

/** Connections that may wait to be accepted, unless listen() says otherwise. */
const DEFAULT_BACKLOG = 511;

const kConnections = Symbol('connections');

/**
 * @param {object | Function} [options]
 * @param {Function} [connectionListener]
 */
function Server(options, connectionListener) {
  if (!(this instanceof Server)) return new Server(options, connectionListener);
  FunctionPrototypeCall(EventEmitter, this);
  if (typeof options === 'function') {
    connectionListener = options;
    options = {};
  } else if (options != null && typeof options !== 'object') {
    throw new ERR_INVALID_ARG_TYPE('options', 'Object', options);
  }
  const settings = { ...options };
  if (typeof connectionListener === 'function') this.on('connection', connectionListener);
  if (settings.keepAliveInitialDelay !== undefined) {
    validateNumber(settings.keepAliveInitialDelay, 'options.keepAliveInitialDelay');
    if (settings.keepAliveInitialDelay < 0) settings.keepAliveInitialDelay = 0;
  }
  if (settings.highWaterMark !== undefined) validateNumber(settings.highWaterMark, 'options.highWaterMark');

  this[kConnections] = 0;
  this[async_id_symbol] = -1;
  this._handle = null;
  this._unref = false;
  this.allowHalfOpen = Boolean(settings.allowHalfOpen);
  this.pauseOnConnect = Boolean(settings.pauseOnConnect);
  this.noDelay = Boolean(settings.noDelay);
  this.keepAlive = Boolean(settings.keepAlive);
  this.keepAliveInitialDelay = MathTrunc(settings.keepAliveInitialDelay / 1000) || 0;
  this.highWaterMark = settings.highWaterMark ?? require('stream').getDefaultHighWaterMark(false);
  if (settings.blockList) this.blockList = settings.blockList;
}
ObjectSetPrototypeOf(Server.prototype, EventEmitter.prototype);
ObjectSetPrototypeOf(Server, EventEmitter);

function emitLater(server, event, argument) {
  defaultTriggerAsyncIdScope(server[async_id_symbol], process.nextTick, () => {
    // A server that was closed meanwhile listens no more.
    if (event === 'error' || server._handle) server.emit(event, argument);
  });
}

/** Closes the server when `options.signal` aborts. */
function closeOnAbort(server, { signal }) {
  if (signal === undefined) return;
  validateAbortSignal(signal, 'options.signal');
  const onAbort = () => server.close();
  if (signal.aborted) {
    process.nextTick(onAbort);
  } else {
    const { addAbortListener } = require('internal/events/abort_listener');
    const disposable = addAbortListener(signal, onAbort);
    server.once('close', () => disposable[SymbolDispose]());
  }
}

/** The listening handle for a path or descriptor, or a negative error number. */
function openHandle(path, fd) {
  if (fd !== undefined) {
    let handle;
    try {
      handle = createHandle(fd, true);
    } catch {
      return UV_EINVAL;
    }
    const status = handle.open(fd);
    if (status) return status;
    handle.readable = true;
    handle.writable = true;
    return handle;
  }
  const handle = new Pipe(PIPE_SERVER);
  const status = handle.bind(path);
  if (status === 0) return handle;
  handle.close();
  return status;
}

/** Has `handle`, or the error number in its place, listen for `server`. */
function listenWith(server, handle, address, port, backlog) {
  if (typeof handle === 'number') {
    emitLater(server, 'error', new UVExceptionWithHostPort(handle, 'listen', address, port));
    return;
  }
  server._handle = handle;
  server._connectionKey = `${isIP(address) || -1}:${address}:${port}`;
  server[async_id_symbol] = getOrSetAsyncId(handle);
  handle.onconnection = onConnection;
  handle[owner_symbol] = server;
  const status = handle.listen(backlog || DEFAULT_BACKLOG);
  if (status) {
    handle.close();
    server._handle = null;
    emitLater(server, 'error', new UVExceptionWithHostPort(status, 'listen', address, port));
    return;
  }
  if (server._unref) server.unref();
  emitLater(server, 'listening');
}

/** Native code calls this for each connection, on the handle. */
function onConnection(status, clientHandle) {
  const server = this[owner_symbol];
  if (status) {
    server.emit('error', new ErrnoException(status, 'accept'));
    return;
  }
  if (server.maxConnections && server[kConnections] >= server.maxConnections) {
    dropConnection(server, clientHandle);
    return;
  }
  const socket = new Socket({
    handle: clientHandle,
    allowHalfOpen: server.allowHalfOpen,
    pauseOnCreate: server.pauseOnConnect,
    readable: true,
    writable: true,
    readableHighWaterMark: server.highWaterMark,
    writableHighWaterMark: server.highWaterMark,
    noDelay: server.noDelay,
    keepAlive: server.keepAlive,
    keepAliveInitialDelay: server.keepAliveInitialDelay * 1000,
  });
  if (server.noDelay) clientHandle.setNoDelay?.(true);
  if (server.keepAlive) clientHandle.setKeepAlive?.(true, server.keepAliveInitialDelay);
  server[kConnections]++;
  socket.server = server;
  socket._server = server;
  server.emit('connection', socket);
}

function dropConnection(server, handle) {
  const data = {};
  if (handle.getsockname !== undefined) {
    const local = {};
    const remote = {};
    handle.getsockname(local);
    handle.getpeername(remote);
    data.localAddress = local.address;
    data.localPort = local.port;
    data.localFamily = local.family;
    data.remoteAddress = remote.address;
    data.remotePort = remote.port;
    data.remoteFamily = remote.family;
  }
  handle.close();
  server.emit('drop', data);
}

/**
 * Listens: `(path)`, `(port[, host])`, `(handle)` or `(options)`, then `[, backlog][, callback]`.
 * @returns {net.Server}
 * @see https://nodejs.org/api/net.html#serverlisten
 */
Server.prototype.listen = function listen(...args) {
  const { 0: given, 1: callback } = normalizeArgs(args);
  if (this._handle) throw new ERR_SERVER_ALREADY_LISTEN();
  if (callback !== null) this.once('listening', callback);
  const options = given._handle || given.handle || given;
  const backlog = backlogOf(options, args);
  closeOnAbort(this, options);
  if (typeof options.listen === 'function' && typeof options.readStart === 'function') {
    listenWith(this, options, null, -1, backlog);
    return this;
  }
  if (typeof options.fd === 'number' && options.fd >= 0) {
    listenWith(this, openHandle(undefined, options.fd), null, null, backlog);
    return this;
  }
  if (options.path && isPipeName(options.path)) {
    this._pipeName = options.path;
    listenWith(this, openHandle(options.path), options.path, -1, backlog);
    if (this._handle) allowOthers(this, options);
    return this;
  }
  const isPortLeftOut = args.length === 0 || typeof args[0] === 'function' ||
    options.port === null || (options.port === undefined && 'port' in options);
  const port = isPortLeftOut ? 0 : options.port;
  if (typeof port === 'number' || typeof port === 'string') {
    validatePort(port, 'options.port');
    require('internal/net/tcp').listen(this, listenWith, port | 0, options, backlog);
    return this;
  }
  if (!('port' in options || 'path' in options)) {
    throw new ERR_INVALID_ARG_VALUE('options', options, 'must have the property "port" or "path"');
  }
  throw new ERR_INVALID_ARG_VALUE('options', options);
};

// Who may connect to a pipe.
function allowOthers(server, options) {
  let mode = 0;
  if (options.readableAll === true) mode |= UV_READABLE;
  if (options.writableAll === true) mode |= UV_WRITABLE;
  if (mode === 0) return;
  const status = server._handle.fchmod(mode);
  if (status) {
    server._handle.close();
    server._handle = null;
    throw new ErrnoException(status, 'uv_pipe_chmod');
  }
}

/** Where it listens: the path of a pipe, or { address, family, port }; null if it does not. */
Server.prototype.address = function address() {
  if (this._handle?.getsockname) {
    const out = {};
    const status = this._handle.getsockname(out);
    if (status) throw new ErrnoException(status, 'address');
    return out;
  }
  return this._handle && this._pipeName !== undefined ? this._pipeName : null;
};

/** Calls back with the number of open connections. */
Server.prototype.getConnections = function getConnections(callback) {
  defaultTriggerAsyncIdScope(this[async_id_symbol], process.nextTick, callback, null, this[kConnections]);
  return this;
};

/** Accepts no more; 'close' follows once the open connections have ended. */
Server.prototype.close = function close(callback) {
  if (typeof callback === 'function') {
    if (this._handle) this.once('close', callback);
    else this.once('close', () => callback(new ERR_SERVER_NOT_RUNNING()));
  }
  if (this._handle) {
    this._handle.close();
    this._handle = null;
  }
  this._emitCloseIfDrained();
  return this;
};

Server.prototype[SymbolAsyncDispose] = function asyncDispose() {
  if (!this._handle) return Promise.resolve();
  return new Promise((resolve, reject) => {
    this.close((error) => (error ? reject(error) : resolve()));
  });
};

Server.prototype._emitCloseIfDrained = function() {
  if (this._handle || this[kConnections] > 0) return;
  defaultTriggerAsyncIdScope(this[async_id_symbol], process.nextTick, () => this.emit('close'));
};

Server.prototype[EventEmitter.captureRejectionSymbol] = function(error, event, socket) {
  if (event === 'connection') socket.destroy(error);
  else this.emit('error', error);
};

Server.prototype.ref = function ref() {
  this._unref = false;
  this._handle?.ref();
  return this;
};

Server.prototype.unref = function unref() {
  this._unref = true;
  this._handle?.unref();
  return this;
};

ObjectDefineProperty(Server.prototype, 'listening', {
  __proto__: null,
  get() {
    return Boolean(this._handle);
  },
  configurable: true,
  enumerable: true,
});

// A socket that closes counts itself out here.
ObjectDefineProperty(Server.prototype, '_connections', {
  __proto__: null,
  get() {
    return this[kConnections];
  },
  set(count) {
    this[kConnections] = count;
  },
});

module.exports = { Server };
