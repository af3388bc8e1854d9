export * as names from './names_FIXTURE.js';
