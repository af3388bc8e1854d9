'use strict';

// UDP sockets (https://nodejs.org/api/dgram.html).

const { Socket } = require('internal/dgram/socket');

/**
 * @param {string | object} options the type, 'udp4' or 'udp6', or options with it
 * @param {Function} [callback] a listener of 'message'
 */
function createSocket(options, callback) {
  return new Socket(options, callback);
}

module.exports = { Socket, createSocket };
