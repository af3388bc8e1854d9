// Standard input that nobody reads does not keep the process alive.
// @stdin: "unread"
'use strict';

process.stdin.pause();
process.on('exit', () => console.log('exit'));
