'use strict';

const { ArrayPrototypePop, ArrayPrototypeShift } = primordials;

/**
 * Removes from `list` the first element that `isMatch` accepts.
 * @param {any[]} list
 * @param {(element: any) => boolean} isMatch
 * @returns {boolean} whether there was one
 */
function takeMatch(list, isMatch) {
  for (let i = 0; i < list.length; i++) {
    if (!isMatch(list[i])) continue;
    // Collections that are equal mostly have the same order: then this is the first.
    if (i === 0) {
      ArrayPrototypeShift(list);
    } else {
      const last = ArrayPrototypePop(list);
      if (i < list.length) list[i] = last;
    }
    return true;
  }
  return false;
}

module.exports = { takeMatch };
