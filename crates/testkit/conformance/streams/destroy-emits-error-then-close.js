// destroy(error) emits error and close in ticks.
'use strict';

const { Readable } = require('stream');
const stream = new Readable({ read() {} });
stream.on('error', (error) => console.log('error', error.message));
stream.on('close', () => console.log('close'));
stream.destroy(new Error('x'));
console.log('main', stream.destroyed);
process.nextTick(() => console.log('tick'));
