// Two async generators consumed together take turns.
'use strict';

async function* count(name) {
  for (let i = 0; i < 3; i++) yield `${name}${i}`;
}
async function consume(name) {
  for await (const value of count(name)) console.log(value);
}
consume('a');
consume('b');
