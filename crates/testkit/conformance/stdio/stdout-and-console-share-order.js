// console.log and process.stdout.write keep their order.
'use strict';

console.log(1);
process.stdout.write('2\n');
console.info(3);
process.stdout.write(Buffer.from('4\n'));
console.debug(5);
