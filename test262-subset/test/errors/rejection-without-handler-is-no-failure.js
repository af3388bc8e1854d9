/*---
description: A rejection that nobody handles does not fail a test by itself.
flags: [async]
---*/

Promise.reject(new Error('nobody'));
Promise.resolve().then(function() { $DONE(); });
