// util.promisify(setTimeout) resolves with the value.
// @orders: ["value immediate value", "immediate value value"]
'use strict';

const { promisify } = require('util');
promisify(setTimeout)(1, 'value').then(console.log);
promisify(setImmediate)('immediate value').then(console.log);
