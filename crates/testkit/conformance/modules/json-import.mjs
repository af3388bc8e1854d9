// A JSON module needs its attribute.

import data from './fixtures/data.json' with { type: 'json' };
console.log(data.answer);
await import('./fixtures/data.json').catch((error) => console.log(error.code));
