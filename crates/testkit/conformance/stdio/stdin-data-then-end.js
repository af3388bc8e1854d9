// @stdin: "hello\n"
// Standard input gives data, then end.
'use strict';

process.stdin.setEncoding('utf8');
process.stdin.on('data', (data) => console.log('data', data.trim()));
process.stdin.on('end', () => console.log('end'));
process.stdin.on('close', () => console.log('close'));
console.log('main');
