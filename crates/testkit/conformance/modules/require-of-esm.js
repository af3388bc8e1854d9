// require() of an ES module evaluates it synchronously and gives its namespace.
// @node: >= 22
'use strict';

const namespace = require('./fixtures/exports.mjs');
console.log('after require', namespace.named, namespace.default);
