export { loop } from './circle-two_FIXTURE.js';
