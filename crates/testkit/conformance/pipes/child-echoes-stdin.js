// What is written to a child's stdin comes back through cat, then the end.
'use strict';

const { spawn } = require('child_process');
const child = spawn('cat');
let text = '';
child.stdout.setEncoding('utf8');
child.stdout.on('data', (data) => { text += data; });
child.stdout.on('end', () => console.log(text));
child.stdin.write('a');
child.stdin.end('b');
