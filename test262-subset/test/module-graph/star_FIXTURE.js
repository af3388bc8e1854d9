export * from './names_FIXTURE.js';
