// A transferred ArrayBuffer is empty on the sending side.
'use strict';

const { port1, port2 } = new MessageChannel();
const buffer = new ArrayBuffer(8);
port2.once('message', (received) => {
  console.log(received.byteLength);
  port2.close();
});
port1.postMessage(buffer, [buffer]);
console.log(buffer.byteLength);
