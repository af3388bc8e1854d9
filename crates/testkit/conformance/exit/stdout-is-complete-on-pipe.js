// What was written before the natural end reaches a pipe in full, however much it is.
'use strict';

const { execFileSync } = require('child_process');
const script = "for (let i = 0; i < 3000; i++) process.stdout.write('x'.repeat(99) + '\\n');";
const output = execFileSync(process.execPath, ['-e', script], { maxBuffer: 1e7, encoding: 'latin1' });
console.log(output.length, output.split('\n').every((line) => line.length % 99 === 0));
