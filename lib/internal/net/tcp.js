'use strict';

// Listening on a port, and connecting to one (https://nodejs.org/api/net.html#serverlisten).

const { TCP, constants: { SERVER, SOCKET, UV_TCP_IPV6ONLY, UV_TCP_REUSEPORT } } = internalBinding('tcp_wrap');
const {
  ExceptionWithHostPort,
  codes: { ERR_INVALID_ADDRESS_FAMILY, ERR_INVALID_ARG_TYPE, ERR_INVALID_IP_ADDRESS },
} = require('internal/errors');
const { isIP } = require('internal/net');
const { connectToAny, startAttempt } = require('internal/net/attempts');
const { attemptTimeoutOf, isFamilyAutomatic } = require('internal/net/family');
const { validateFunction, validateNumber, validatePort } = require('internal/validators');

function createSocketHandle() {
  return new TCP(SOCKET);
}

/** A handle that is bound, or a negative error number. */
function bindHandle(address, port, family, flags) {
  const handle = new TCP(SERVER);
  const status = family === 6 ? handle.bind6(address, port, flags) : handle.bind(address, port, flags);
  if (status === 0) return handle;
  handle.close();
  return status;
}

/**
 * Has `server` listen on a port. Without a host that happens at once, on all addresses; a host is looked up first.
 * @param {net.Server} server
 * @param {Function} listenWith `(server, handle, address, port, backlog)`
 * @param {number} port
 * @param {object} options of listen()
 * @param {number} backlog
 */
function listen(server, listenWith, port, options, backlog) {
  let flags = options.ipv6Only === true ? UV_TCP_IPV6ONLY : 0;
  if (options.reusePort === true) flags |= UV_TCP_REUSEPORT;
  if (!options.host) {
    const both = bindHandle('::', port, 6, flags);
    // A machine without IPv6 still has IPv4.
    if (typeof both !== 'number') listenWith(server, both, '::', port, backlog);
    else listenWith(server, bindHandle('0.0.0.0', port, 4, flags), '0.0.0.0', port, backlog);
    return;
  }
  require('dns').lookup(options.host, (error, address, family) => {
    if (error) server.emit('error', error);
    else listenWith(server, bindHandle(address, port, family || 4, flags), address, port, backlog);
  });
}

/**
 * Connects a socket that has a handle to options.host and options.port.
 * @param {net.Socket} socket
 * @param {object} options of connect()
 */
function connect(socket, options) {
  const { localAddress, localPort } = options;
  const host = options.host || 'localhost';
  if (localAddress && !isIP(localAddress)) throw new ERR_INVALID_IP_ADDRESS(localAddress);
  if (localPort) validateNumber(localPort, 'options.localPort');
  const { port } = options;
  if (port !== undefined) {
    if (typeof port !== 'number' && typeof port !== 'string') {
      throw new ERR_INVALID_ARG_TYPE('options.port', ['number', 'string'], port);
    }
    validatePort(port);
  }
  const target = { address: host, family: isIP(host), port: port | 0, localAddress, localPort };
  const isAutomatic = isFamilyAutomatic(options);
  const timeout = attemptTimeoutOf(options);
  if (target.family !== 0) {
    process.nextTick(() => {
      if (socket.connecting) connectTo(socket, target);
    });
    return;
  }
  if (options.lookup != null) validateFunction(options.lookup, 'options.lookup');
  const dns = require('dns');
  const lookup = options.lookup || dns.lookup;
  const query = { family: options.family, hints: options.hints || 0 };
  const isEitherFamily = query.family !== 4 && query.family !== 6;
  if (isEitherFamily && query.hints === 0) query.hints = dns.ADDRCONFIG;
  socket._host = host;
  if (isAutomatic && isEitherFamily && !localAddress) {
    lookupAll(socket, lookup, query, target, timeout);
    return;
  }
  lookup(host, query, (error, address, family) => {
    socket.emit('lookup', error, address, family, host);
    if (!socket.connecting) return;
    const problem = error || problemOf(address, family, options);
    if (problem) {
      process.nextTick(fail, socket, problem);
      return;
    }
    socket._unrefTimer();
    connectTo(socket, { ...target, address, family });
  });
}

function problemOf(address, family, { host, port }) {
  if (!isIP(address)) return new ERR_INVALID_IP_ADDRESS(address);
  if (family !== 4 && family !== 6) return new ERR_INVALID_ADDRESS_FAMILY(family, host, port);
  return null;
}

// Asks for all addresses, and tries them one after the other.
function lookupAll(socket, lookup, query, target, timeout) {
  const host = target.address;
  lookup(host, { ...query, all: true }, (error, found) => {
    if (!socket.connecting) return;
    if (error) {
      socket.emit('lookup', error, undefined, undefined, host);
      process.nextTick(fail, socket, error);
      return;
    }
    let problem = null;
    // The families take turns, beginning with that of the first address.
    const first = [];
    const second = [];
    for (let i = 0; i < found.length; i++) {
      const { address, family } = found[i];
      socket.emit('lookup', null, address, family, host);
      if (!socket.connecting) return;
      const wrong = problemOf(address, family, { host, port: target.port });
      if (wrong) problem = wrong;
      else (first.length === 0 || first[0].family === family ? first : second).push({ ...target, address, family });
    }
    if (first.length === 0) {
      process.nextTick(fail, socket, problem ?? new ERR_INVALID_IP_ADDRESS(undefined));
      return;
    }
    const targets = [];
    for (let i = 0; i < first.length || i < second.length; i++) {
      if (i < first.length) targets.push(first[i]);
      if (i < second.length) targets.push(second[i]);
    }
    socket._unrefTimer();
    if (targets.length === 1) connectTo(socket, targets[0]);
    else connectToAny(socket, targets, timeout, createSocketHandle);
  });
}

function fail(socket, error) {
  socket.destroy(error);
}

/** Connects to one address, from the local one that was asked for. */
function connectTo(socket, target) {
  const status = bindLocally(socket._handle, target);
  if (status) {
    socket.destroy(new ExceptionWithHostPort(status, 'bind', target.localAddress, target.localPort));
    return;
  }
  const { afterConnect } = require('internal/net/connect');
  const failed = startAttempt(socket, socket._handle, target, afterConnect);
  if (failed) socket.destroy(failed);
}

function bindLocally(handle, { family, localAddress, localPort }) {
  if (!localAddress && !localPort) return 0;
  if (family === 6) return handle.bind6(localAddress || '::', localPort | 0, 0);
  return handle.bind(localAddress || '0.0.0.0', localPort | 0, 0);
}

module.exports = { connect, createSocketHandle, listen };
