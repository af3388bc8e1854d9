// AbortSignal.timeout aborts with TimeoutError and does not keep the process alive.
'use strict';

const signal = AbortSignal.timeout(1);
signal.addEventListener('abort', () => console.log(signal.reason.name));
setTimeout(() => console.log('aborted', signal.aborted), 100);
AbortSignal.timeout(100000);
