// The callback of server.close without connections comes before immediates.
'use strict';

const net = require('net');
const os = require('os');
const path = require('path');
const server = net.createServer();
server.listen(path.join(os.tmpdir(), 'socket'), () => {
  setImmediate(() => console.log('immediate'));
  server.close(() => console.log('closed'));
  process.nextTick(() => console.log('tick'));
});
