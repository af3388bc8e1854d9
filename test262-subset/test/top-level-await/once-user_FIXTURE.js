import { count } from './once_FIXTURE.js';
export const seen = count;
