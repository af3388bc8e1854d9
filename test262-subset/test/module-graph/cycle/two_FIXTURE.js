import { tell } from './one_FIXTURE.js';
export const got = tell();
