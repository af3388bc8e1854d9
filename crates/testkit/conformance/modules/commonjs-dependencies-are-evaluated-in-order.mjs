// CommonJS and ES dependencies are evaluated in the order of the imports.

import './fixtures/inner.mjs';
import './fixtures/logs.js';
import './fixtures/outer.mjs';
console.log('body');
