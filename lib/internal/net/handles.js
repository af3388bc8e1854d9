'use strict';

// Native handles for file descriptors.

const { Pipe, constants: { SERVER: PIPE_SERVER, SOCKET: PIPE_SOCKET } } = internalBinding('pipe_wrap');
const { codes: { ERR_INVALID_FD_TYPE } } = require('internal/errors');
const { guessHandleType } = require('internal/util');
const { validateInt32 } = require('internal/validators');

/**
 * A handle of the kind that `fd` is; not opened yet.
 * @param {number} fd
 * @param {boolean} isServer whether it listens
 */
function createHandle(fd, isServer) {
  validateInt32(fd, 'fd', 0);
  const type = guessHandleType(fd);
  if (type === 'PIPE') return new Pipe(isServer ? PIPE_SERVER : PIPE_SOCKET);
  if (type === 'TCP') {
    const { TCP, constants: { SERVER, SOCKET } } = internalBinding('tcp_wrap');
    return new TCP(isServer ? SERVER : SOCKET);
  }
  throw new ERR_INVALID_FD_TYPE(type);
}

module.exports = { createHandle };
