// setInterval passes its arguments every time.
'use strict';

let rounds = 0;
const interval = setInterval((a, b) => {
  console.log(a, b);
  if (++rounds === 3) clearInterval(interval);
}, 1, 'a', 'b');
