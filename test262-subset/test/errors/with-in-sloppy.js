/*---
description: The with statement works in sloppy scripts.
flags: [noStrict]
---*/

with ({ inside: 1 }) assert.sameValue(inside, 1);
