'use strict';

// The options of a dgram.Socket: reach, groups and buffers.

const {
  ErrnoException,
  codes: {
    ERR_INVALID_ARG_TYPE, ERR_MISSING_ARGS, ERR_SOCKET_BAD_BUFFER_SIZE, ERR_SOCKET_BUFFER_SIZE,
    ERR_SOCKET_DGRAM_NOT_RUNNING,
  },
} = require('internal/errors');
const { kState } = require('internal/dgram/state');
const { validateNumber, validateString } = require('internal/validators');

function handleOf(socket) {
  const { handle } = socket[kState];
  if (!handle) throw new ERR_SOCKET_DGRAM_NOT_RUNNING();
  return handle;
}

function check(status, syscall) {
  if (status) throw new ErrnoException(status, syscall);
}

/** Sets a buffer's size, or asks for it with 0. */
function bufferSize(socket, size, isReceive) {
  if (size >>> 0 !== size) throw new ERR_SOCKET_BAD_BUFFER_SIZE();
  const context = {};
  const result = handleOf(socket).bufferSize(size, isReceive, context);
  if (result === undefined) throw new ERR_SOCKET_BUFFER_SIZE(context);
  return result;
}

const methods = {
  setBroadcast(on) {
    check(handleOf(this).setBroadcast(on), 'setBroadcast');
  },

  setTTL(ttl) {
    validateNumber(ttl, 'ttl');
    check(handleOf(this).setTTL(ttl), 'setTTL');
    return ttl;
  },

  setMulticastTTL(ttl) {
    validateNumber(ttl, 'ttl');
    check(handleOf(this).setMulticastTTL(ttl), 'setMulticastTTL');
    return ttl;
  },

  setMulticastLoopback(on) {
    check(handleOf(this).setMulticastLoopback(on), 'setMulticastLoopback');
    return on;
  },

  setMulticastInterface(address) {
    const handle = handleOf(this);
    validateString(address, 'interfaceAddress');
    check(handle.setMulticastInterface(address), 'setMulticastInterface');
  },

  addMembership(group, address) {
    const handle = handleOf(this);
    if (!group) throw new ERR_MISSING_ARGS('multicastAddress');
    if (typeof group !== 'string') throw new ERR_INVALID_ARG_TYPE('multicastAddress', 'string', group);
    check(handle.addMembership(group, address), 'addMembership');
  },

  dropMembership(group, address) {
    const handle = handleOf(this);
    if (!group) throw new ERR_MISSING_ARGS('multicastAddress');
    check(handle.dropMembership(group, address), 'dropMembership');
  },

  setRecvBufferSize(size) {
    bufferSize(this, size, true);
  },

  setSendBufferSize(size) {
    bufferSize(this, size, false);
  },

  getRecvBufferSize() {
    return bufferSize(this, 0, true);
  },

  getSendBufferSize() {
    return bufferSize(this, 0, false);
  },

  getSendQueueSize() {
    return handleOf(this).getSendQueueSize();
  },

  getSendQueueCount() {
    return handleOf(this).getSendQueueCount();
  },
};

module.exports = { bufferSize, methods };
