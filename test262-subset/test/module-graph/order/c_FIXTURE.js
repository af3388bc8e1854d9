globalThis.order = ['c'];
