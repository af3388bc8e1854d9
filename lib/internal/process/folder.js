'use strict';

// The working folder and the mode mask. They belong to the whole process, so only the main thread may change them.

const binding = internalBinding('process_methods');
const { parseFileMode, validateString } = require('internal/validators');

// The folder as the system gave it last; '' if nobody asked since the last change.
let current = '';

/** The working folder. Removing it goes unnoticed once it was asked for, as in Node. */
function wrappedCwd() {
  if (current === '') current = binding.cwd();
  return current;
}

function wrappedChdir(directory) {
  validateString(directory, 'directory');
  binding.chdir(directory);
  current = '';
}

function wrappedUmask(mask) {
  if (mask !== undefined) mask = parseFileMode(mask, 'mask');
  return binding.umask(mask);
}

module.exports = { wrappedChdir, wrappedCwd, wrappedUmask };
