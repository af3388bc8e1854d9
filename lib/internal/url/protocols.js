'use strict';

// What the legacy URL API knows of protocols. A program may write them with and without the colon.

const { SafeSet } = primordials;

/** A protocol whose contents are not escaped, and that has no host. */
function isScript(protocol) {
  return protocol === 'javascript:' || protocol === 'javascript';
}

const slashed = new SafeSet([
  'http', 'http:', 'https', 'https:', 'ftp', 'ftp:', 'gopher', 'gopher:', 'file', 'file:', 'ws', 'ws:', 'wss', 'wss:',
]);

/** Whether `//` follows even where a program does not say so. */
function isSlashed(protocol) {
  return slashed.has(protocol);
}

module.exports = { isScript, isSlashed };
