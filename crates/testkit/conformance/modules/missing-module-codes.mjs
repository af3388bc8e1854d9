// A module that cannot be found has its code, per kind of loading.

import { createRequire } from 'node:module';
try {
  createRequire(import.meta.url)('./fixtures/absent.js');
} catch (error) {
  console.log(error.code);
}
await import('./fixtures/absent.mjs').catch((error) => console.log(error.code));
await import('absent-package').catch((error) => console.log(error.code));
