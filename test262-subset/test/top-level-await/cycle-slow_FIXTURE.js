import { look } from './cycle-fast_FIXTURE.js';
export const seen = look();
export const late = await 1;
