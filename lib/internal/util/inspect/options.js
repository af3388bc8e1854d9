'use strict';

// The options of `inspect`, and the state of one call.

const {
  ObjectKeys,
  ObjectPrototypeHasOwnProperty,
  ObjectSeal,
  ObjectSetPrototypeOf,
} = primordials;
const { stylizeNoColor, stylizeWithColor } = require('internal/util/inspect/style');

/** `inspect.defaultOptions` */
const inspectDefaultOptions = ObjectSeal({
  showHidden: false,
  depth: 2,
  colors: false,
  customInspect: true,
  showProxy: false,
  maxArrayLength: 100,
  maxStringLength: 10000,
  breakLength: 80,
  compact: 3,
  sorted: false,
  getters: false,
  numericSeparator: false,
});

/** The state of one call: the options, and where in the value it is. */
class InspectContext {
  /** Characters written, by indentation. */
  budget = {};
  /** Where the text of the value at hand will begin. */
  indentationLvl = 0;
  /** The objects around the one at hand. */
  seen = [];
  /** How deep the last object was. */
  currentDepth = 0;
  /** Numbers of objects that contain themselves. */
  circular = undefined;
  /** The options as given, if they had others than ours: custom inspection gets them. */
  userOptions = undefined;
  stylize = stylizeNoColor;
  showHidden = inspectDefaultOptions.showHidden;
  depth = inspectDefaultOptions.depth;
  colors = inspectDefaultOptions.colors;
  customInspect = inspectDefaultOptions.customInspect;
  showProxy = inspectDefaultOptions.showProxy;
  maxArrayLength = inspectDefaultOptions.maxArrayLength;
  maxStringLength = inspectDefaultOptions.maxStringLength;
  breakLength = inspectDefaultOptions.breakLength;
  compact = inspectDefaultOptions.compact;
  sorted = inspectDefaultOptions.sorted;
  getters = inspectDefaultOptions.getters;
  numericSeparator = inspectDefaultOptions.numericSeparator;

  /** Takes over what a caller gave. */
  assign(options) {
    const keys = ObjectKeys(options);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key === 'stylize' || ObjectPrototypeHasOwnProperty(inspectDefaultOptions, key)) this[key] = options[key];
      else this.userOptions ??= options;
    }
  }

  /** To be called when all options are set. */
  finish() {
    if (this.colors) this.stylize = stylizeWithColor;
    if (this.maxArrayLength === null) this.maxArrayLength = Infinity;
    if (this.maxStringLength === null) this.maxStringLength = Infinity;
  }
}

// Custom inspection in another context gets nothing by which it could reach this one.
function isolate(options, ctx) {
  ObjectSetPrototypeOf(options, null);
  const keys = ObjectKeys(options);
  for (let i = 0; i < keys.length; i++) {
    const value = options[keys[i]];
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') delete options[keys[i]];
  }
  options.stylize = ObjectSetPrototypeOf((value, kind) => {
    try {
      return `${ctx.stylize(value, kind)}`;
    } catch {
      return value;
    }
  }, null);
}

/**
 * The options for a custom inspection.
 * @param {InspectContext} ctx
 * @param {boolean} isCrossContext
 * @returns {object}
 */
function getUserOptions(ctx, isCrossContext) {
  const options = {
    stylize: ctx.stylize,
    showHidden: ctx.showHidden,
    depth: ctx.depth,
    colors: ctx.colors,
    customInspect: ctx.customInspect,
    showProxy: ctx.showProxy,
    maxArrayLength: ctx.maxArrayLength,
    maxStringLength: ctx.maxStringLength,
    breakLength: ctx.breakLength,
    compact: ctx.compact,
    sorted: ctx.sorted,
    getters: ctx.getters,
    numericSeparator: ctx.numericSeparator,
    ...ctx.userOptions,
  };
  if (isCrossContext) isolate(options, ctx);
  return options;
}

module.exports = { InspectContext, getUserOptions, inspectDefaultOptions };
