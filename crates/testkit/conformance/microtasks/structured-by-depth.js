// Reactions of one depth run before those of the next.
'use strict';

for (const name of ['a', 'b', 'c']) {
  let promise = Promise.resolve();
  for (let depth = 1; depth <= 3; depth++) {
    promise = promise.then(() => console.log(`${name}${depth}`));
  }
}
