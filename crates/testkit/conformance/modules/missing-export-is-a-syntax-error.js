// Importing a name that is not exported fails before evaluation.
'use strict';

import('./fixtures/imports-absent-name.mjs').catch((error) => console.log(error.name));
