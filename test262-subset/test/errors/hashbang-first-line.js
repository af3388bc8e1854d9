#!/usr/bin/env node
/*---
description: A hashbang on the first line is a comment.
flags: [raw]
---*/

var x = 1;
if (x !== 1) throw new Error('not evaluated');
