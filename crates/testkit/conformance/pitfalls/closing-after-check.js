// A handle closed in an immediate closes before the timers of the same turn.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
setImmediate(() => {
  const { port1 } = new MessageChannel();
  port1.on('close', () => console.log('close'));
  port1.close();
  setTimeout(() => console.log('timer'), 1);
  block(5);
});
