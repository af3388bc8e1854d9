'use strict';
// A server on a port: addresses, bytes both ways, options, counts, and the end of both sides.
const { mustCall } = require('../common');
const assert = require('assert');
const net = require('net');

const sent = Buffer.alloc(3_000_000, 'every byte counts ');

function echoes(host, address, family) {
  const server = net.createServer({ noDelay: true, keepAlive: true }, mustCall((socket) => {
    assert.strictEqual(socket.localPort, server.address().port);
    assert.strictEqual(socket.remoteFamily, family);
    socket.pipe(socket);
    socket.on('close', mustCall(() => assert.strictEqual(socket.bytesRead, sent.length)));
  }));
  server.listen(0, host, mustCall(() => {
    assert.deepStrictEqual(server.address(), { address, family, port: server.address().port });
    const received = [];
    const client = net.connect({ port: server.address().port, host, noDelay: true, keepAlive: true }, mustCall(() => {
      assert.strictEqual(client.remoteAddress, address);
      assert.strictEqual(client.remotePort, server.address().port);
    }));
    client.on('data', (chunk) => received.push(chunk));
    client.on('close', mustCall((hadError) => {
      assert.strictEqual(hadError, false);
      assert.strictEqual(client.bytesWritten, sent.length);
      assert.ok(Buffer.concat(received).equals(sent));
      server.close(mustCall());
    }));
    client.end(sent);
  }));
  assert.strictEqual(server.listening, false);
}

echoes('127.0.0.1', '127.0.0.1', 'IPv4');

// Without a host it listens at once, on all addresses.
const everywhere = net.createServer().listen(0, mustCall(() => everywhere.close()));
assert.strictEqual(everywhere.listening, true);
