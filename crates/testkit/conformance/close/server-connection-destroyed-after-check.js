// A connection destroyed in the connection callback closes after the immediates of that turn.
'use strict';

const net = require('net');
const os = require('os');
const path = require('path');
const server = net.createServer((socket) => {
  socket.on('close', () => console.log('close'));
  setImmediate(() => console.log('immediate'));
  socket.destroy();
  console.log('destroyed');
  server.close();
});
server.listen(path.join(os.tmpdir(), 'socket'), () => net.connect(server.address()).resume());
