import './rejecting_FIXTURE.js';
globalThis.parentRan = true;
