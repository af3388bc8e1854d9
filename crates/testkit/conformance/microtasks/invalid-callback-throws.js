// queueMicrotask checks its callback at once.
'use strict';

for (const value of [undefined, null, 1, {}]) {
  try {
    queueMicrotask(value);
  } catch (error) {
    console.log(error.name, error.code);
  }
}
