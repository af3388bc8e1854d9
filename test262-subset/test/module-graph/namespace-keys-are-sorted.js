/*---
description: The keys of a namespace are sorted by code unit.
flags: [module]
---*/

import * as ns from './names_FIXTURE.js';
assert.sameValue(Object.keys(ns).join(), 'A,_b,a,default,z');
