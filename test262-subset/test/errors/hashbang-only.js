#!
/*---
description: A script may consist of a hashbang and a comment.
flags: [raw]
---*/

