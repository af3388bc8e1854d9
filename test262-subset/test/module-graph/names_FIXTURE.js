export const z = 1, a = 2, A = 3, _b = 4;
export default 5;
