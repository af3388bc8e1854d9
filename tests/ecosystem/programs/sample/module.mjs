import { readFile } from 'node:fs/promises';

const cache = new Map();

/** Reads a file once. */
export async function read(path, { encoding = 'utf8' } = {}) {
  const known = cache.get(path);
  if (known !== undefined) return known;
  const text = await readFile(path, encoding);
  cache.set(path, text);
  return text;
}

export class Counter {
  #count = 0n;
  static from(iterable) {
    const counter = new Counter();
    for (const _ of iterable) counter.#count++;
    return counter;
  }
  get count() { return this.#count; }
}

export default (...args) => args?.map((arg) => `${arg}`.padStart(5)).join`, `;
label: for (let i = 0; i < 3; i += 1) { if (i === 1) continue label; console.log(i ** 2, /[a-z]+/gu.test('x')); }
