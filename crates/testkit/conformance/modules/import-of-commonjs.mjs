// import of a CommonJS module gives its exports as default and by name.

import logs, { value } from './fixtures/logs.js';
console.log(logs.value, value);
