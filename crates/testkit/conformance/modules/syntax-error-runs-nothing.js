// A syntax error in a dependency is found before anything of the graph is evaluated.
'use strict';

import('./fixtures/imports-broken.mjs').catch((error) => console.log(error.name));
