export * from './same-one_FIXTURE.js';
export * from './same-two_FIXTURE.js';
