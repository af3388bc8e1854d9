// Connecting to a path without a server gives error, then close.
'use strict';

const net = require('net');
const os = require('os');
const path = require('path');
const socket = net.connect(path.join(os.tmpdir(), 'nobody'));
socket.on('error', (error) => console.log('error', error.code));
socket.on('close', (hadError) => console.log('close', hadError));
console.log('main');
