// A port without a listener, or an unref'd one, does not keep the process alive.
'use strict';

const first = new MessageChannel();
first.port1.postMessage('never');
const second = new MessageChannel();
second.port2.on('message', () => console.log('never'));
second.port2.unref();
process.on('exit', () => console.log('exit'));
