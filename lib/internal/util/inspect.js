'use strict';

// `util.inspect`. Its parts are in internal/util/inspect/; value.js is the place to begin reading.

const { ObjectAssign, ObjectDefineProperty } = primordials;
const { customInspectSymbol } = require('internal/util');
const { validateObject } = require('internal/validators');
const { InspectContext, inspectDefaultOptions } = require('internal/util/inspect/options');
const { colors, styles, stylizeWithColor } = require('internal/util/inspect/style');
const { formatValue } = require('internal/util/inspect/value');

/**
 * What `value` looks like in the notation of source code, for reading.
 * @param {any} value
 * @param {object | boolean} [options] a boolean stands for showHidden
 * @param {number} [depth] of old, before there were options
 * @param {boolean} [colors] of old
 * @returns {string}
 */
function inspect(value, options) {
  const ctx = new InspectContext();
  // The old form keeps `inspect.length` at 2.
  if (arguments.length > 2) {
    if (arguments[2] !== undefined) ctx.depth = arguments[2];
    if (arguments.length > 3 && arguments[3] !== undefined) ctx.colors = arguments[3];
  }
  if (typeof options === 'boolean') ctx.showHidden = options;
  else if (options) ctx.assign(options);
  ctx.finish();
  return formatValue(ctx, value, 0);
}

inspect.custom = customInspectSymbol;
ObjectDefineProperty(inspect, 'defaultOptions', {
  __proto__: null,
  get() {
    return inspectDefaultOptions;
  },
  set(options) {
    validateObject(options, 'options');
    ObjectAssign(inspectDefaultOptions, options);
  },
});
inspect.colors = colors;
inspect.styles = styles;

module.exports = {
  inspect,
  inspectDefaultOptions,
  stylizeWithColor,
  ...require('internal/util/string_width'),
};

// It needs inspect, which is exported above.
const { format, formatWithOptions } = require('internal/util/inspect/format');
module.exports.format = format;
module.exports.formatWithOptions = formatWithOptions;
