import { value } from './tdz-one_FIXTURE.js';
let seen = 'none';
try {
  value;
} catch (error) {
  seen = error.name;
}
export const name = seen;
