'use strict';

// Colours for what the runtime itself writes to a terminal.

const { Boolean } = primordials;

const codes = {
  __proto__: null,
  blue: '\u001b[34m',
  green: '\u001b[32m',
  white: '\u001b[39m',
  yellow: '\u001b[33m',
  red: '\u001b[31m',
  gray: '\u001b[90m',
  clear: '\u001bc',
  reset: '\u001b[0m',
};

const colors = module.exports = {
  blue: '',
  green: '',
  white: '',
  yellow: '',
  red: '',
  gray: '',
  clear: '',
  reset: '',
  hasColors: false,

  /**
   * Whether to write colours to a stream: what FORCE_COLOR says, else whether it is a terminal that has them.
   * @param {import('stream').Writable} [stream]
   * @returns {boolean}
   */
  shouldColorize(stream) {
    if (process.env.FORCE_COLOR !== undefined) return require('internal/tty').getColorDepth() > 2;
    return stream?.isTTY && (typeof stream.getColorDepth === 'function' ? stream.getColorDepth() > 2 : true);
  },

  /** Sets the codes above for standard error: empty strings if it shows no colours. */
  refresh() {
    colors.hasColors = Boolean(colors.shouldColorize(process.stderr));
    for (const name in codes) colors[name] = colors.hasColors ? codes[name] : '';
  },
};
