'use strict';

// process.dlopen(): loads a shared library, for `require` of .node files.

const { TypeError } = primordials;
const { RTLD_LAZY, dlopen: open } = internalBinding('addons');
const { setOwnProperty } = require('internal/util');
const { validateInteger } = require('internal/validators');

/**
 * @param {{ exports: object }} module whose exports the library fills
 * @param {string} filename
 * @param {number} [flags] os.constants.dlopen
 */
function dlopen(module, filename, flags = RTLD_LAZY) {
  if (arguments.length < 2) {
    const error = new TypeError('process.dlopen needs at least 2 arguments');
    setOwnProperty(error, 'code', 'ERR_MISSING_ARGS');
    throw error;
  }
  validateInteger(flags, 'flags');
  if (module?.exports === undefined || module.exports === null) {
    throw new TypeError('Cannot convert undefined or null to object');
  }
  open(`${filename}`, flags);
}

process.dlopen = dlopen;
