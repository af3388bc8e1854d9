/*---
description: Two imports of a JSON module share one value.
flags: [module, async]
---*/

import value from './data_FIXTURE.json' with { type: 'json' };
import('./data_FIXTURE.json', { with: { type: 'json' } }).then(function(ns) {
  assert.sameValue(ns.default, value);
}).then($DONE, $DONE);
