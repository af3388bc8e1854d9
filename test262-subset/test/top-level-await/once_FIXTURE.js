globalThis.once = (globalThis.once ?? 0) + 1;
await new Promise((resolve) => setTimeout(resolve, 1));
export const count = globalThis.once;
