// Two parents of one asynchronous child run after it, in the order of the graph.

import './fixtures/parent-one.mjs';
import './fixtures/parent-two.mjs';
console.log('main');
