'use strict';
// Datagrams there and back: whole messages with their sender, in all forms of send; close is a tick.
const { mustCall } = require('../common');
const assert = require('assert');
const dgram = require('dgram');

const server = dgram.createSocket('udp4', mustCall((message, from) => {
  assert.strictEqual(from.address, '127.0.0.1');
  assert.strictEqual(from.family, 'IPv4');
  assert.strictEqual(from.size, message.length);
  server.send(message, from.port, from.address);
}, 4));
server.bind(0, '127.0.0.1', mustCall(() => {
  const { port } = server.address();
  const client = dgram.createSocket('udp4');
  const received = [];
  client.on('message', mustCall((message) => {
    received.push(message.toString());
    if (received.length < 4) return;
    assert.deepStrictEqual(received, ['whole', 'par', 'two parts', '']);
    let immediate = false;
    client.close(mustCall(() => assert.strictEqual(immediate, false)));
    setImmediate(() => { immediate = true; });
    assert.throws(() => client.send('x', port), { code: 'ERR_SOCKET_DGRAM_NOT_RUNNING' });
    server.close(mustCall());
  }, 4));
  client.send('whole', port, '127.0.0.1', mustCall((error, bytes) => assert.deepStrictEqual([error, bytes], [null, 5])));
  client.send(Buffer.from('a part'), 2, 3, port, '127.0.0.1', mustCall());
  client.send(['two ', Buffer.from('parts')], port, mustCall());
  client.send([], port, mustCall());
}));
assert.throws(() => server.bind(), { code: 'ERR_SOCKET_ALREADY_BOUND' });
assert.throws(() => dgram.createSocket('udp5'), { code: 'ERR_SOCKET_BAD_TYPE' });
assert.throws(() => server.send('x', 0), { code: 'ERR_SOCKET_BAD_PORT' });

// A connected socket needs no address, and knows its peer.
const peer = dgram.createSocket('udp4');
peer.bind(0, '127.0.0.1', mustCall(() => {
  const client = dgram.createSocket('udp4');
  client.connect(peer.address().port, '127.0.0.1', mustCall(() => {
    assert.strictEqual(client.remoteAddress().port, peer.address().port);
    client.send('to the peer', mustCall());
    peer.once('message', mustCall((message) => {
      assert.strictEqual(message.toString(), 'to the peer');
      client.disconnect();
      assert.throws(() => client.remoteAddress(), { code: 'ERR_SOCKET_DGRAM_NOT_CONNECTED' });
      client.close();
      peer.close();
    }));
  }));
}));

// An address that is taken is told in an event.
const first = dgram.createSocket('udp4').bind(0, '127.0.0.1', mustCall(() => {
  const { port } = first.address();
  dgram.createSocket('udp4').bind(port, '127.0.0.1').on('error', mustCall((error) => {
    assert.strictEqual(error.message, `bind EADDRINUSE 127.0.0.1:${port}`);
    first.close();
  }));
}));
