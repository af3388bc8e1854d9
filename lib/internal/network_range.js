'use strict';

// Address ranges in the notation address/bits.

const { NumberParseInt, StringPrototypeIndexOf, StringPrototypeSlice, StringPrototypeSplit } = primordials;

function leadingOnes(number, width) {
  let ones = 0;
  for (let bit = width - 1; bit >= 0 && (number >> bit) & 1; bit--) ones++;
  return ones;
}

// The length of a mask; -1 if its ones are not all in front.
function maskLength(netmask, separator, radix, width) {
  const full = 2 ** width - 1;
  const groups = StringPrototypeSplit(netmask, separator);
  let length = 0;
  let hasEnded = false;
  for (let i = 0; i < groups.length; i++) {
    const text = groups[i];
    const group = text === '' ? 0 : NumberParseInt(text, radix);
    const ones = leadingOnes(group, width);
    if (hasEnded ? group !== 0 : group !== (full << (width - ones) & full)) return -1;
    if (ones < width) hasEnded = true;
    length += ones;
  }
  return length;
}

/**
 * @param {string} address
 * @param {string} netmask
 * @param {'IPv4' | 'IPv6'} family
 * @returns {string | null} null if `netmask` is none
 */
function getCIDR(address, netmask, family) {
  const length = family === 'IPv6' ?
    maskLength(withoutShortening(netmask), ':', 16, 16) : maskLength(netmask, '.', 10, 8);
  return length === -1 ? null : `${address}/${length}`;
}

// A mask is only ever shortened at its end, where the zeros are.
function withoutShortening(netmask) {
  const end = StringPrototypeIndexOf(netmask, '::');
  return end === -1 ? netmask : StringPrototypeSlice(netmask, 0, end);
}

module.exports = { getCIDR };
