/*---
description: Promise.withResolvers gives a promise and its functions.
flags: [async]
features: [promise-with-resolvers]
---*/

var r = Promise.withResolvers();
r.resolve('v');
r.reject('ignored');
r.promise.then(function(value) { assert.sameValue(value, 'v'); }).then($DONE, $DONE);
