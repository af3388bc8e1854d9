'use strict';

// The options of the command line, read once, after the snapshot was loaded.

const { StringPrototypeSlice } = primordials;
const { all } = internalBinding('options');

let options;

/**
 * The value of a command-line option.
 * @param {string} name with dashes: '--no-warnings' is asked as '--warnings'
 * @returns {boolean | string | string[] | number | undefined} undefined if it has no default and was not given
 */
function getOptionValue(name) {
  options ??= all();
  const value = options[name];
  if (value === undefined && name[2] === 'n' && name[3] === 'o' && name[4] === '-') {
    const positive = options[`--${StringPrototypeSlice(name, 5)}`];
    return positive === undefined ? undefined : !positive;
  }
  return value;
}

module.exports = { getOptionValue };
