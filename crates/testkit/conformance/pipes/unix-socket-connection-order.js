// A pipe server: listening, connection, data, and close in order.
// @before: listening < connection < server got hello < server end < server closed
'use strict';

const net = require('net');
const os = require('os');
const path = require('path');
const server = net.createServer((socket) => {
  console.log('connection');
  socket.on('data', (data) => console.log('server got', `${data}`));
  socket.on('end', () => {
    console.log('server end');
    server.close(() => console.log('server closed'));
  });
});
server.listen(path.join(os.tmpdir(), 'socket'), () => {
  console.log('listening');
  const client = net.connect(server.address(), () => client.end('hello'));
  client.on('close', (hadError) => console.log('client close', hadError));
});
