// setTimeout and setInterval check their callback.
'use strict';

for (const start of [setTimeout, setInterval, setImmediate]) {
  for (const value of [undefined, 'code', 1]) {
    try {
      start(value, 1);
    } catch (error) {
      console.log(start.name, error.code);
    }
  }
}
