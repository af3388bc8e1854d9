/*---
description: Errors carry a stack in this host.
---*/

assert.sameValue(typeof new Error('x').stack, 'string');
