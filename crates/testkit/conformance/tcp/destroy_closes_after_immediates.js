// destroy() in a connect callback: ticks, then immediates, then 'close' in the closing phase, then timers.
'use strict';
const net = require('net');

const server = net.createServer(() => {});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    const start = process.hrtime.bigint();
    client.destroy();
    setTimeout(() => console.log('timer'), 1);
    setImmediate(() => console.log('immediate'));
    process.nextTick(() => console.log('tick'));
    while (process.hrtime.bigint() - start < 3_000_000n);
    server.close();
  });
  client.on('close', () => console.log('close'));
});
