import { got } from './two_FIXTURE.js';
export function tell() {
  return 'from one';
}
export const early = got;
