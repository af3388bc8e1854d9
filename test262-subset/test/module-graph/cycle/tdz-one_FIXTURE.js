import { name } from './tdz-two_FIXTURE.js';
export const value = 1;
export const caught = name;
