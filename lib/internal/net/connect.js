'use strict';

// net.connect: from the arguments to a connected socket (https://nodejs.org/api/net.html#netconnect).

const { Boolean, FunctionPrototypeCall } = primordials;
const { Pipe, PipeConnectWrap, constants: { SOCKET: PIPE_SOCKET } } = internalBinding('pipe_wrap');
const { owner_symbol } = internalBinding('symbols');
const { ExceptionWithHostPort, codes: { ERR_MISSING_ARGS } } = require('internal/errors');
const { normalizeArgs } = require('internal/net/arguments');
const { kSetKeepAlive, kSetKeepAliveInitialDelay, kSetNoDelay } = require('internal/net/socket_options');
const { validateString } = require('internal/validators');

/**
 * Starts to connect.
 * @param {net.Socket} socket
 * @param {Array} args as socket.connect() takes them
 */
function connectSocket(socket, args) {
  const { 0: options, 1: callback } = normalizeArgs(args);
  if (options.port === undefined && options.path == null) throw new ERR_MISSING_ARGS(['options', 'port', 'path']);
  const { Socket, attachHandle } = require('internal/net/socket');
  // One that was ended by its peer may be used again.
  if (socket.write !== Socket.prototype.write) socket.write = Socket.prototype.write;
  if (socket.destroyed) {
    socket._handle = null;
    socket._peername = undefined;
    socket._sockname = undefined;
    FunctionPrototypeCall(Socket.prototype._undestroy, socket);
  }
  const isPipe = Boolean(options.path);
  if (isPipe) validateString(options.path, 'options.path');
  if (!socket._handle) {
    socket._handle = isPipe ? new Pipe(PIPE_SOCKET) : require('internal/net/tcp').createSocketHandle();
    attachHandle(socket);
  }
  if (callback !== null) socket.once('connect', callback);
  socket._unrefTimer();
  socket.connecting = true;
  if (isPipe) connectToPath(socket, options.path);
  else require('internal/net/tcp').connect(socket, options);
  return socket;
}

function connectToPath(socket, path) {
  const request = new PipeConnectWrap();
  request.address = path;
  request.oncomplete = afterConnect;
  const status = socket._handle.connect(request, path);
  if (status) socket.destroy(new ExceptionWithHostPort(status, 'connect', path));
}

/** Native code calls this when the connection is made or has failed. */
function afterConnect(status, handle, request, readable, writable) {
  const socket = handle[owner_symbol];
  // It may have been destroyed meanwhile.
  if (socket.destroyed) return;
  socket.connecting = false;
  socket._sockname = null;
  if (status !== 0) {
    const { connectError } = require('internal/net/attempts');
    const error = connectError(status, request);
    socket.destroy(error);
    return;
  }
  if (socket.readable && !readable) {
    socket.push(null);
    socket.read();
  }
  if (socket.writable && !writable) socket.end();
  applyOptions(socket, handle);
  socket._unrefTimer();
  socket.emit('connect');
  socket.emit('ready');
  // Listeners have had their chance to pause it: now let it flow.
  if (readable && !socket.isPaused()) socket.read(0);
}

// What was set before there was a connection.
function applyOptions(socket, handle) {
  if (socket[kSetNoDelay]) handle.setNoDelay?.(true);
  if (socket[kSetKeepAlive]) handle.setKeepAlive?.(true, socket[kSetKeepAliveInitialDelay]);
}

/** net.connect(), also net.createConnection(). */
function connect(...args) {
  const normalized = normalizeArgs(args);
  const { Socket } = require('internal/net/socket');
  const { 0: options } = normalized;
  const socket = new Socket(options);
  if (options.timeout) socket.setTimeout(options.timeout);
  return socket.connect(normalized);
}

module.exports = { afterConnect, connect, connectSocket };
