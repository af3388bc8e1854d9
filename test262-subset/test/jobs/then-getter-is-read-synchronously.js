/*---
description: The property then of a resolution is read at once, and called in a job.
includes: [compareArray.js]
flags: [async]
---*/

var log = [];
var thenable = {
  get then() {
    log.push('get');
    return function(resolve) { log.push('call'); resolve(); };
  },
};
var p = new Promise(function(resolve) { resolve(thenable); log.push('resolved'); });
log.push('end');
p.then(function() {
  assert.compareArray(log, ['get', 'resolved', 'end', 'call']);
}).then($DONE, $DONE);
