'use strict';
// A server on a Unix socket: bytes come back whole, the file goes with the server, mistakes are told.
const { mustCall } = require('../common');
const assert = require('assert');
const fs = require('fs');
const net = require('net');
const os = require('os');
const path = require('path');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'unix-socket-'));
const file = path.join(folder, 'socket');
const sent = Buffer.alloc(3_000_000, 'every byte counts ');
const server = net.createServer(mustCall((socket) => socket.pipe(socket)));
server.listen(file, mustCall(() => {
  assert.strictEqual(server.address(), file);
  const received = [];
  const client = net.connect(file);
  client.on('data', (chunk) => received.push(chunk));
  client.on('close', mustCall((hadError) => {
    assert.strictEqual(hadError, false);
    assert.ok(Buffer.concat(received).equals(sent));
    server.close(mustCall(() => {
      assert.strictEqual(fs.existsSync(file), false);
      fs.rmdirSync(folder);
    }));
  }));
  client.end(sent);
}));
assert.throws(() => server.listen(file), { code: 'ERR_SERVER_ALREADY_LISTEN' });
net.createServer().listen('/does/not/exist').on('error', mustCall((error) => {
  assert.strictEqual(error.message, 'listen EACCES: permission denied /does/not/exist');
  assert.strictEqual(error.port, -1);
}));
net.createServer().close(mustCall((error) => assert.strictEqual(error.code, 'ERR_SERVER_NOT_RUNNING')));
