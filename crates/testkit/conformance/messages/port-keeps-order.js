// Messages of one port arrive in the order of posting.
'use strict';

const { port1, port2 } = new MessageChannel();
port2.on('message', (value) => {
  console.log(value);
  if (value === 5) port2.close();
});
for (let i = 1; i <= 5; i++) port1.postMessage(i);
console.log('posted');
