/*---
description: A namespace object cannot be changed and has no prototype.
flags: [module]
---*/

import * as ns from './names_FIXTURE.js';
assert.sameValue(Object.getPrototypeOf(ns), null);
assert.sameValue(Object.isExtensible(ns), false);
assert.sameValue(ns[Symbol.toStringTag], 'Module');
assert.throws(TypeError, () => { ns.a = 1; });
assert.throws(TypeError, () => { delete ns.a; });
assert.sameValue(Reflect.set(ns, 'new', 1), false);
