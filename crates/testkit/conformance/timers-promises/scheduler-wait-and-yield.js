// scheduler.yield waits for an immediate, scheduler.wait for a timer.
'use strict';

const { scheduler } = require('timers/promises');
(async () => {
  setImmediate(() => console.log('immediate'));
  await scheduler.yield();
  console.log('yielded');
  console.log(await scheduler.wait(1));
})();
