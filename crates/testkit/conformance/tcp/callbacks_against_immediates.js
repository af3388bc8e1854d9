// From a connect, data or end callback an immediate comes before a timer, and before the close that was asked for there.
'use strict';
const net = require('net');

function fromHere(name, then) {
  const start = process.hrtime.bigint();
  setTimeout(() => {
    console.log(name, 'timer');
    then?.();
  }, 1);
  setImmediate(() => console.log(name, 'immediate'));
  process.nextTick(() => console.log(name, 'tick'));
  Promise.resolve().then(() => console.log(name, 'microtask'));
  while (process.hrtime.bigint() - start < 3_000_000n);
}

const server = net.createServer((socket) => {
  socket.once('data', () => socket.end('b'));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('connect', () => fromHere('connect', () => client.write('a')));
  client.once('data', () => {
    client.pause();
    fromHere('data', () => client.resume());
  });
  client.on('end', () => fromHere('end'));
  client.on('close', () => {
    console.log('close');
    server.close();
  });
});
