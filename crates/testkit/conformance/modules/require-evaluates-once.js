// A module is evaluated at its first require only.
'use strict';

console.log(require('./fixtures/logs.js') === require('./fixtures/logs.js'));
