'use strict';

// socket.send(): its forms, and the way of a datagram (https://nodejs.org/api/dgram.html#socketsendmsg-offset-length-port-address-callback).

const { ArrayIsArray } = primordials;
const { SendWrap } = internalBinding('udp_wrap');
const { Buffer } = require('buffer');
const {
  ExceptionWithHostPort,
  codes: {
    ERR_BUFFER_OUT_OF_BOUNDS, ERR_INVALID_ARG_TYPE, ERR_SOCKET_DGRAM_IS_CONNECTED, ERR_SOCKET_DGRAM_NOT_RUNNING,
  },
} = require('internal/errors');
const { kState } = require('internal/dgram/state');
const { isArrayBufferView } = require('internal/util/types');
const { validatePort, validateString } = require('internal/validators');

function slice(buffer, offset, length) {
  if (typeof buffer === 'string') buffer = Buffer.from(buffer);
  else if (!isArrayBufferView(buffer)) throw new ERR_INVALID_ARG_TYPE('buffer', ['Buffer', 'TypedArray', 'DataView', 'string'], buffer);
  offset >>>= 0;
  length >>>= 0;
  if (offset > buffer.byteLength) throw new ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (offset + length > buffer.byteLength) throw new ERR_BUFFER_OUT_OF_BOUNDS('length');
  return Buffer.from(buffer.buffer, buffer.byteOffset + offset, length);
}

/** The parts of a message as a list of views, copied from no one. */
function partsOf(message) {
  if (typeof message === 'string') return [Buffer.from(message)];
  if (isArrayBufferView(message)) return [message];
  if (!ArrayIsArray(message)) {
    throw new ERR_INVALID_ARG_TYPE('buffer', ['Buffer', 'TypedArray', 'DataView', 'string'], message);
  }
  const parts = [];
  for (let i = 0; i < message.length; i++) {
    const part = typeof message[i] === 'string' ? Buffer.from(message[i]) : message[i];
    if (!isArrayBufferView(part)) throw new ERR_INVALID_ARG_TYPE('buffer list arguments', ['Buffer', 'TypedArray', 'DataView', 'string'], message);
    parts.push(part);
  }
  return parts;
}

/**
 * Sends as the arguments of socket.send() say: `(message[, offset, length][, port][, address][, callback])`.
 * @param {dgram.Socket} socket
 * @param {Array} args
 * @param {boolean} isConnected whether the peer is known
 */
function sendFrom(socket, args, isConnected) {
  let { 0: message, 1: offset, 2: length, 3: port, 4: address, 5: callback } = args;
  if (!isConnected && (address || (port && typeof port !== 'function'))) {
    message = slice(message, offset, length);
  } else if (isConnected && typeof length === 'number') {
    message = slice(message, offset, length);
    if (port && typeof port !== 'function') throw new ERR_SOCKET_DGRAM_IS_CONNECTED();
    callback = port;
    port = undefined;
    address = undefined;
  } else if (isConnected) {
    callback = offset;
    port = undefined;
    address = undefined;
  } else {
    callback = port;
    port = offset;
    address = length;
  }
  const parts = partsOf(message);
  if (!isConnected) port = validatePort(port, 'Port', false);
  if (typeof callback !== 'function') callback = undefined;
  if (typeof address === 'function') {
    callback = address;
    address = undefined;
  } else if (address != null) {
    validateString(address, 'address');
  }
  if (!socket[kState].handle) throw new ERR_SOCKET_DGRAM_NOT_RUNNING();
  // An empty list is an empty datagram.
  if (parts.length === 0) parts.push(Buffer.alloc(0));
  socket._whenBound(() => lookupAndSend(socket, parts, port, address, callback, isConnected));
}

function lookupAndSend(socket, parts, port, address, callback, isConnected) {
  const state = socket[kState];
  const send = (error, ip) => {
    if (error) {
      if (callback) process.nextTick(callback, error);
      else process.nextTick(() => socket.emit('error', error));
    } else if (state.handle) {
      transmit(state.handle, parts, port, address, ip, callback);
    }
  };
  if (isConnected) send(null, undefined);
  else state.lookup(address || (state.family === 4 ? '127.0.0.1' : '::1'), state.family, send);
}

function transmit(handle, parts, port, address, ip, callback) {
  const request = new SendWrap();
  // What is sent later must not be freed before.
  request.parts = parts;
  request.address = address;
  request.port = port;
  if (callback) {
    request.callback = callback;
    request.oncomplete = afterSend;
  }
  const status = handle.send(request, parts, ip, port);
  if (status >= 1) {
    if (callback) process.nextTick(callback, null, status - 1);
  } else if (status < 0 && callback) {
    process.nextTick(callback, new ExceptionWithHostPort(status, 'send', address, port));
  }
}

/** Native code calls this when a datagram that had to wait is out, or has failed. */
function afterSend(status, sent) {
  this.callback(status ? new ExceptionWithHostPort(status, 'send', this.address, this.port) : null, sent);
}

module.exports = { sendFrom };
