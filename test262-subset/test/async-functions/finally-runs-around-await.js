/*---
description: finally blocks run when an awaited promise rejects.
includes: [compareArray.js]
flags: [async]
---*/

var log = [];
(async function() {
  try {
    await Promise.reject();
  } finally {
    log.push('finally');
    await null;
    log.push('after');
  }
})().then(null, function() { assert.compareArray(log, ['finally', 'after']); }).then($DONE, $DONE);
