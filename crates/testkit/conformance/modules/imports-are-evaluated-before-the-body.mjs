// Imports are evaluated depth first, in the order of the statements, before the body.

console.log('body');
import './fixtures/outer.mjs';
import './fixtures/second.mjs';
