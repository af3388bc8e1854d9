import './c_FIXTURE.js';
globalThis.order.push('a');
