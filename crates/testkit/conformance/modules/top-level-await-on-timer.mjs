// A top-level await on a timer keeps the module and its parent waiting.

import './fixtures/waits-for-timer.mjs';
console.log('parent');
