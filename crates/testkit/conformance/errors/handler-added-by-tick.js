// A handler that a tick adds is in time for a throw in a later tick.
'use strict';

process.nextTick(() => process.on('uncaughtException', (error) => console.log('caught', error.message)));
process.nextTick(() => { throw new Error('x'); });
