// Two loops of awaits interleave one step at a time.
'use strict';

for (const name of ['a', 'b']) {
  (async () => {
    for (let i = 0; i < 3; i++) {
      console.log(name, i);
      await null;
    }
  })();
}
