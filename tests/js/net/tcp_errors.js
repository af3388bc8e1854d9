'use strict';
// What goes wrong with ports is told in events, with Node's messages and properties.
const { mustCall } = require('../common');
const assert = require('assert');
const net = require('net');

assert.throws(() => net.connect({}), { code: 'ERR_MISSING_ARGS' });
assert.throws(() => net.connect({ port: 65536 }), { code: 'ERR_SOCKET_BAD_PORT' });
assert.throws(() => net.connect({ port: 1, localAddress: 'here' }), { code: 'ERR_INVALID_IP_ADDRESS' });
assert.throws(() => net.connect({ port: 1, lookup: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });

const first = net.createServer().listen(0, '127.0.0.1', mustCall(() => {
  const { port } = first.address();
  net.createServer().listen(port, '127.0.0.1').on('error', mustCall((error) => {
    assert.strictEqual(error.message, `listen EADDRINUSE: address already in use 127.0.0.1:${port}`);
    assert.deepStrictEqual({ ...error }, { code: 'EADDRINUSE', errno: -98, syscall: 'listen', address: '127.0.0.1', port });
    first.close(mustCall(() => refuses(port)));
  }));
}));

function refuses(port) {
  net.connect(port, '127.0.0.1').on('error', mustCall((error) => {
    assert.strictEqual(error.message, `connect ECONNREFUSED 127.0.0.1:${port}`);
    assert.strictEqual(error.errno, -111);
  })).on('close', mustCall((hadError) => assert.strictEqual(hadError, true)));

  // All addresses of a name are tried, and each failure is kept.
  const both = [{ address: '127.0.0.1', family: 4 }, { address: '127.0.0.2', family: 4 }];
  const lookup = (host, options, callback) => callback(null, both);
  const client = net.connect({ port, host: 'somewhere', lookup, autoSelectFamily: true });
  client.on('error', mustCall((error) => {
    assert.strictEqual(error.constructor, AggregateError);
    assert.strictEqual(error.code, 'ECONNREFUSED');
    assert.strictEqual(error.errors.length, 2);
    assert.deepStrictEqual(client.autoSelectFamilyAttemptedAddresses, [`127.0.0.1:${port}`, `127.0.0.2:${port}`]);
  }));
}

// A reset reaches the peer as an error.
const resetting = net.createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
resetting.listen(0, '127.0.0.1', mustCall(() => {
  const client = net.connect(resetting.address().port, '127.0.0.1');
  client.write('x');
  client.on('error', mustCall((error) => {
    assert.strictEqual(error.message, 'read ECONNRESET');
    resetting.close(mustCall());
  }));
}));
