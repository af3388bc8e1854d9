'use strict';

// The words that stand for open(2)'s flags and for kinds of symbolic links.

const { ObjectKeys } = primordials;

const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { validateInt32 } = require('internal/validators');

const {
  O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR, O_SYNC, O_TRUNC, O_WRONLY, UV_FS_SYMLINK_DIR, UV_FS_SYMLINK_JUNCTION,
} = internalBinding('constants').fs;

const basic = {
  __proto__: null,
  r: O_RDONLY,
  w: O_TRUNC | O_CREAT | O_WRONLY,
  a: O_APPEND | O_CREAT | O_WRONLY,
};
const withReadAndWrite = {
  __proto__: null,
  r: O_RDWR,
  w: O_TRUNC | O_CREAT | O_RDWR,
  a: O_APPEND | O_CREAT | O_RDWR,
};
const suffixes = { __proto__: null, s: O_SYNC, x: O_EXCL };

/** All words, in either order of the letters: `wx`, `xw`, `as+`. */
const words = { __proto__: null };
const combinations = { __proto__: null, r: ['s'], w: ['x'], a: ['x', 's'] };
const kinds = ObjectKeys(basic);
for (let i = 0; i < kinds.length; i++) {
  const kind = kinds[i];
  words[kind] = basic[kind];
  words[`${kind}+`] = withReadAndWrite[kind];
  for (let j = 0; j < combinations[kind].length; j++) {
    const letter = combinations[kind][j];
    words[`${kind}${letter}`] = words[`${letter}${kind}`] = basic[kind] | suffixes[letter];
    words[`${kind}${letter}+`] = words[`${letter}${kind}+`] = withReadAndWrite[kind] | suffixes[letter];
  }
}

/**
 * The number that flags given as a word or number stand for.
 * @param {string | number | null} [flags]
 * @param {string} [name]
 * @returns {number}
 */
function stringToFlags(flags, name = 'flags') {
  if (typeof flags === 'number') {
    validateInt32(flags, name);
    // -0 becomes 0.
    return flags + 0;
  }
  if (flags == null) return O_RDONLY;
  const number = typeof flags === 'string' ? words[flags] : undefined;
  if (number === undefined) throw new ERR_INVALID_ARG_VALUE('flags', flags);
  return number;
}

/** The number for `file`, `dir` or `junction`. */
function stringToSymlinkType(type) {
  if (type === 'dir') return UV_FS_SYMLINK_DIR;
  return type === 'junction' ? UV_FS_SYMLINK_JUNCTION : 0;
}

module.exports = { stringToFlags, stringToSymlinkType };
