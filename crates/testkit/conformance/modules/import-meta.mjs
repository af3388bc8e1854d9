// import.meta has url, filename, dirname, resolve and nothing of the caller's.

console.log(import.meta.url.split('/').pop(), import.meta.filename.split('/').pop(), import.meta.dirname.split('/').pop());
console.log(import.meta.resolve('./x.mjs').split('/').pop());
