// The second destroy changes nothing.
'use strict';

const { Writable } = require('stream');
const stream = new Writable({ write() {} });
stream.on('error', (error) => console.log('error', error.message));
stream.on('close', () => console.log('close'));
stream.destroy(new Error('first'));
stream.destroy(new Error('second'));
