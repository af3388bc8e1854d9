// From an I/O callback a posted message and an immediate have no order.
// @orders: ["message x immediate", "immediate message x"]
'use strict';

const fs = require('fs');
const { port1, port2 } = new MessageChannel();
port2.on('message', (value) => {
  console.log('message', value);
  port2.close();
});
fs.stat('.', () => {
  port1.postMessage('x');
  setImmediate(() => console.log('immediate'));
});
