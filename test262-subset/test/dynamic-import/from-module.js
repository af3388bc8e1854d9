/*---
description: import() inside a module resolves against that module.
flags: [module, async]
---*/

import('./folder_FIXTURE/entry_FIXTURE.js').then(async function(ns) {
  assert.sameValue((await ns.load()).where, 'folder');
}).then($DONE, $DONE);
