// return in an async generator awaits its value.
'use strict';

async function* generator() {
  yield Promise.resolve('yielded');
  return Promise.resolve('returned');
}
const iterator = generator();
iterator.next().then((step) => console.log(step.value, step.done));
iterator.next().then((step) => console.log(step.value, step.done));
iterator.next().then((step) => console.log(step.value, step.done));
Promise.resolve().then(() => console.log(1)).then(() => console.log(2)).then(() => console.log(3));
