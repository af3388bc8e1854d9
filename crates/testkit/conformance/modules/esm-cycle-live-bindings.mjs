// Cyclic ES modules see each other's bindings once they are initialised.

import { describe } from './fixtures/live-a.mjs';
console.log(describe());
