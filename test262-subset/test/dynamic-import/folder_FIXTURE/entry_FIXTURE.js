export const load = () => import('./near_FIXTURE.js');
