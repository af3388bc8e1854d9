// Messages wait until a listener starts the port.
'use strict';

const { port1, port2 } = new MessageChannel();
port1.postMessage('early');
setImmediate(() => {
  console.log('start');
  port2.addEventListener('message', ({ data }) => {
    console.log(data);
    port2.close();
  });
});
