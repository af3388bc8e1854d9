'use strict';

// Attempts to connect: one, or one after the other until an address answers (RFC 8305, in the sequential form of
// https://nodejs.org/api/net.html#socketconnectoptions-connectlistener, autoSelectFamily).

const { AggregateError } = primordials;
const { TCPConnectWrap } = internalBinding('tcp_wrap');
const { UV_ETIMEDOUT } = internalBinding('uv');
const { ExceptionWithHostPort } = require('internal/errors');
const { clearTimeout, setTimeout } = require('timers');

/** The error of an attempt, with the local end if one was asked for or is known. */
function connectError(status, { address, port, localAddress, localPort }) {
  const local = localAddress && localPort ? `${localAddress}:${localPort}` : undefined;
  const error = new ExceptionWithHostPort(status, 'connect', address, port, local);
  if (local) {
    error.localAddress = localAddress;
    error.localPort = localPort;
  }
  return error;
}

/**
 * Starts to connect `handle` to `target`.
 * @param {Function} onDone as native code calls it
 * @returns {Error | null} why it could not even start
 */
function startAttempt(socket, handle, target, onDone) {
  const { address, family, port, localAddress, localPort } = target;
  const request = new TCPConnectWrap();
  request.oncomplete = onDone;
  request.address = address;
  request.port = port;
  request.localAddress = localAddress;
  request.localPort = localPort;
  request.addressType = family;
  socket.emit('connectionAttempt', address, port, family);
  const status = family === 6 ? handle.connect6(request, address, port) : handle.connect(request, address, port);
  if (status === 0) return null;
  const local = {};
  if (handle.getsockname(local) === 0) return connectError(status, { ...target, localAddress: local.address, localPort: local.port });
  return connectError(status, target);
}

/**
 * Tries the targets in turn; each but the last has `timeout` milliseconds.
 * @param {net.Socket} socket
 * @param {object[]} targets `{ address, family, port }`
 * @param {number} timeout
 * @param {Function} createHandle
 */
function connectToAny(socket, targets, timeout, createHandle) {
  const errors = [];
  socket.autoSelectFamilyAttemptedAddresses = [];
  tryNext(0);

  function tryNext(index) {
    if (!socket.connecting) return;
    if (index === targets.length) {
      socket.destroy(errors.length === 1 ? errors[0] : summary(errors));
      return;
    }
    if (index > 0) replaceHandle(socket, createHandle());
    const handle = socket._handle;
    const target = targets[index];
    const { address, family, port } = target;
    socket.autoSelectFamilyAttemptedAddresses.push(`${address}:${port}`);
    let timer;
    let isOver = false;
    const giveUp = (error) => {
      errors.push(error);
      tryNext(index + 1);
    };
    const onDone = (status, _handle, request, readable, writable) => {
      clearTimeout(timer);
      // It took too long, and its handle has been closed.
      if (isOver) return;
      if (status === 0 || !socket.connecting) {
        require('internal/net/connect').afterConnect(status, handle, request, readable, writable);
        return;
      }
      const error = connectError(status, target);
      socket.emit('connectionAttemptFailed', address, port, family, error);
      giveUp(error);
    };
    const failed = startAttempt(socket, handle, target, onDone);
    if (failed) {
      socket.emit('connectionAttemptFailed', address, port, family, failed);
      giveUp(failed);
    } else if (index < targets.length - 1) {
      timer = setTimeout(() => {
        isOver = true;
        socket.emit('connectionAttemptTimeout', address, port, family);
        giveUp(connectError(UV_ETIMEDOUT, target));
      }, timeout);
    }
  }
}

function replaceHandle(socket, handle) {
  const { attachHandle } = require('internal/net/socket');
  const old = socket._handle;
  if (!old.hasRef()) handle.unref();
  old.close();
  socket._handle = handle;
  attachHandle(socket);
}

function summary(errors) {
  const error = new AggregateError(errors);
  error.code = errors[0].code;
  return error;
}

module.exports = { connectError, connectToAny, startAttempt };
