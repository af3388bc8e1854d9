// Leaving for await by a throw awaits return() of the iterator.
'use strict';

const iterable = {
  [Symbol.asyncIterator]: () => ({
    next: async () => ({ done: false, value: 1 }),
    return: async () => {
      console.log('return called');
      return {};
    },
  }),
};
(async () => {
  try {
    for await (const value of iterable) throw new Error(`at ${value}`);
  } catch (error) {
    console.log(error.message);
  }
})();
