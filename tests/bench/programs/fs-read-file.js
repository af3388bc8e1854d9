'use strict';
// fs.readFile with 32 in flight.
const fs = require('fs');
const total = 30_000;
let started = 0;
let finished = 0;
const start = process.hrtime.bigint();
function next(error) {
  if (error) throw error;
  if (++finished === total) console.log(Number(process.hrtime.bigint() - start) / 1e6);
  else if (started < total) begin();
}
function begin() {
  started++;
  fs.readFile(__filename, next);
}
for (let i = 0; i < 32; i++) begin();
