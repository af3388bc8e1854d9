// An async function started in a tick goes on after the ticks that are queued.
'use strict';

process.nextTick(async () => {
  console.log('a');
  await null;
  console.log('a after await');
});
process.nextTick(() => console.log('b'));
