// Two siblings with top-level await interleave.

import './fixtures/steps-a.mjs';
import './fixtures/steps-b.mjs';
console.log('parent');
