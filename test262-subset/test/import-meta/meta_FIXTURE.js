export const meta = import.meta;
export const same = () => import.meta;
