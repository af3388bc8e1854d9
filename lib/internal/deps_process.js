'use strict';

// npm packages of lib/ ask for `require('process/')`; this is ours.
module.exports = process;
