import { late } from './cycle-slow_FIXTURE.js';
export function look() {
  try {
    return late;
  } catch (error) {
    return error.name;
  }
}
