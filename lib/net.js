'use strict';

// Sockets over pipes and TCP (https://nodejs.org/api/net.html).

const { isIP, isIPv4, isIPv6 } = require('internal/net');
const { Socket } = require('internal/net/socket');

module.exports = {
  isIP,
  isIPv4,
  isIPv6,
  Socket,
  Stream: Socket,
};
