// Two independent pool jobs end in either order.
// @orders: ["a b", "b a"]
'use strict';

const fs = require('fs');
fs.stat('.', () => console.log('a'));
fs.stat('..', () => console.log('b'));
