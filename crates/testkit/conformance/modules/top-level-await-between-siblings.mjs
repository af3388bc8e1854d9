// A sibling without await is evaluated while the first one waits; the parent comes last.

import './fixtures/waits.mjs';
import './fixtures/second.mjs';
console.log('parent');
