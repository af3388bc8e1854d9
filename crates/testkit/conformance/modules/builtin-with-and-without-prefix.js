// node: and the bare name give the same built-in.
'use strict';

console.log(require('node:fs') === require('fs'), require('module').builtinModules.includes('fs'));
import('node:fs').then((namespace) => console.log(namespace.default === require('fs')));
