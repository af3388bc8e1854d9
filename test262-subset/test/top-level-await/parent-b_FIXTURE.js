import './slow_FIXTURE.js';
(globalThis.parents ??= []).push('b');
