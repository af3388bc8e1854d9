// Closing one end closes the other.
// @before: called < one
// @before: called < two
'use strict';

const { port1, port2 } = new MessageChannel();
port1.on('close', () => console.log('one'));
port2.on('close', () => console.log('two'));
port2.on('message', () => {});
port1.close();
console.log('called');
