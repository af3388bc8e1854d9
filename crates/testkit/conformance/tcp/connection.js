// A connection from its making to its end: each side's events in order.
// @before: server:connection < server:data < server:end < server:close
// @before: client:connect < client:ready < client:data < client:end < client:close
// @before: server:connection < client:connect < server:data < client:data
// @before: client:close < done
// @before: server:close < done
'use strict';
const net = require('net');

const server = net.createServer((socket) => {
  console.log('server:connection');
  socket.on('data', () => {
    console.log('server:data');
    socket.write('b');
  });
  socket.on('end', () => console.log('server:end'));
  socket.on('close', () => console.log('server:close'));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('connect', () => console.log('client:connect'));
  client.on('ready', () => console.log('client:ready'));
  client.write('a');
  client.on('data', () => {
    console.log('client:data');
    client.end();
  });
  client.on('end', () => console.log('client:end'));
  client.on('close', () => {
    console.log('client:close');
    server.close(() => console.log('done'));
  });
});
