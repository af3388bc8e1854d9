// A callback may clear an overdue timer of a later list.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
setTimeout(() => {
  console.log('first');
  clearTimeout(other);
}, 1);
const other = setTimeout(() => console.log('other'), 100);
setTimeout(() => console.log('last'), 100);
block(300);
