// A tick queued by an exit listener never runs.
'use strict';

process.on('exit', () => {
  process.nextTick(() => console.log('tick'));
  console.log('exit');
});
