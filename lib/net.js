'use strict';

// Sockets over pipes and TCP (https://nodejs.org/api/net.html).

const { isIP, isIPv4, isIPv6 } = require('internal/net');
const { normalizeArgs } = require('internal/net/arguments');
const { connect } = require('internal/net/connect');
const {
  getDefaultAutoSelectFamily,
  getDefaultAutoSelectFamilyAttemptTimeout,
  setDefaultAutoSelectFamily,
  setDefaultAutoSelectFamilyAttemptTimeout,
} = require('internal/net/family');
const { Server } = require('internal/net/server');
const { Socket } = require('internal/net/socket');

function createServer(options, connectionListener) {
  return new Server(options, connectionListener);
}

module.exports = {
  Server,
  Socket,
  Stream: Socket,
  _normalizeArgs: normalizeArgs,
  connect,
  createConnection: connect,
  createServer,
  getDefaultAutoSelectFamily,
  getDefaultAutoSelectFamilyAttemptTimeout,
  isIP,
  isIPv4,
  isIPv6,
  setDefaultAutoSelectFamily,
  setDefaultAutoSelectFamilyAttemptTimeout,
};
