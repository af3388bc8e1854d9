// A handled throw in a closing callback lets the next turn go on.
'use strict';

process.on('uncaughtException', (error) => console.log('caught', error.message));
const { port1 } = new MessageChannel();
port1.on('close', () => {
  setImmediate(() => console.log('immediate'));
  throw new Error('x');
});
port1.close();
