// What cannot be cloned throws DataCloneError at once.
'use strict';

const { port1 } = new MessageChannel();
for (const value of [() => {}, Symbol('x'), { f() {} }, new WeakMap()]) {
  try {
    port1.postMessage(value);
  } catch (error) {
    console.log(error.name, error.code);
  }
}
port1.close();
