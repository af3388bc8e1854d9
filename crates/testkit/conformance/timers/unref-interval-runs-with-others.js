// An unref'd interval ends with the last thing that keeps the loop alive.
'use strict';

let rounds = 0;
setInterval(() => { rounds += 1; }, 1).unref();
setTimeout(() => {}, 50);
process.on('exit', () => console.log(rounds > 0));
