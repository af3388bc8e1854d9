// A signal listener alone does not keep the process alive.
'use strict';

process.on('SIGUSR2', () => {});
process.on('exit', () => console.log('exit'));
