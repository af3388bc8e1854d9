// In immediate, two callbacks of each kind; each leaves a tick and a microtask, which run before its sibling.
'use strict';

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

function closePort(callback) {
  const { port1 } = new MessageChannel();
  port1.on('close', callback);
  port1.close();
}

function leave(name) {
  return () => {
    console.log(name);
    Promise.resolve().then(() => console.log(name, 'microtask'));
    process.nextTick(() => console.log(name, 'tick'));
  };
}
setImmediate(() => {
  process.nextTick(leave('tick 1'));
  process.nextTick(leave('tick 2'));
  Promise.resolve().then(leave('microtask 1'));
  Promise.resolve().then(leave('microtask 2'));
  setTimeout(leave('timer 1'), 1);
  setTimeout(leave('timer 2'), 1);
  setImmediate(leave('immediate 1'));
  setImmediate(leave('immediate 2'));
  closePort(leave('close 1'));
  closePort(leave('close 2'));
  block();
});
