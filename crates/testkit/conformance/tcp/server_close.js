// A server without connections: 'listening' is a tick, and so is 'close', before immediates. With an address it binds in a tick.
'use strict';
const net = require('net');

const server = net.createServer();
server.on('close', () => console.log('close event'));
server.listen(0, () => {
  console.log('listening');
  setImmediate(() => console.log('immediate'));
  Promise.resolve().then(() => console.log('microtask'));
  server.close(() => console.log('close callback'));
  process.nextTick(() => console.log('tick after close'));
  console.log('closed', server.listening);
});
console.log('bound at once', server.listening);
process.nextTick(() => console.log('tick after listen'));

const named = net.createServer();
named.listen(0, '127.0.0.1', () => {
  console.log('named listening');
  named.close();
});
console.log('named bound later', named.listening);
process.nextTick(() => console.log('named in the next tick', named.listening));
