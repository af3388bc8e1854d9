// import() twice gives the same namespace and evaluates once.

const [a, b] = await Promise.all([import('./fixtures/inner.mjs'), import('./fixtures/inner.mjs')]);
console.log(a === b);
