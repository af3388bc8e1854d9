// 'listening' comes in a tick, a send callback that is done at once is a tick, 'close' is a tick before immediates.
'use strict';
const dgram = require('dgram');

const socket = dgram.createSocket('udp4');
socket.bind(0, '127.0.0.1', () => {
  console.log('listening');
  setImmediate(() => console.log('immediate of listening'));
  socket.send('x', socket.address().port, '127.0.0.1', () => console.log('sent'));
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('microtask'));
});
socket.on('message', () => {
  console.log('message');
  setImmediate(() => console.log('immediate of message'));
  socket.close(() => console.log('close'));
  process.nextTick(() => console.log('tick after close'));
});
console.log('main');
process.nextTick(() => console.log('tick of main'));
