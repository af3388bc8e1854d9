/*---
description: The host gives import.meta a url that ends with the file's name.
flags: [module]
---*/

assert.sameValue(typeof import.meta.url, 'string');
assert.sameValue(import.meta.url.endsWith('/import-meta/url.js'), true);
