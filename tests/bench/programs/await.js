'use strict';
// Awaits of a value and of an async function.
const one = async (x) => x + 1;
(async () => {
  const start = process.hrtime.bigint();
  let x = 0;
  for (let i = 0; i < 2_000_000; i++) {
    await null;
    x = await one(x);
  }
  console.log(Number(process.hrtime.bigint() - start) / 1e6);
})();
