export { loop } from './circle-one_FIXTURE.js';
