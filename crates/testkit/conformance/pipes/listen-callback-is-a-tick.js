// Listening on a path calls back in a tick.
'use strict';

const net = require('net');
const os = require('os');
const path = require('path');
const server = net.createServer().listen(path.join(os.tmpdir(), 'socket'), () => {
  console.log('listening');
  server.close();
});
setImmediate(() => console.log('immediate'));
console.log('main');
