export const started = import('./slow_FIXTURE.js');
