'use strict';

// `util.getCallSites`

const { ArrayPrototypeMap } = primordials;
const { getOptionValue } = require('internal/options');
const { validateBoolean, validateInteger, validateObject } = require('internal/validators');
const { getCallSites: getNativeCallSites } = internalBinding('util');

/** Frames when the caller does not say how many. */
const defaultCount = 10;

// The place in the source that the code was made from, if it is known.
function original(callSite) {
  const { findSourceMap } = require('internal/source_map/source_map_cache');
  const map = findSourceMap(callSite.scriptName);
  const entry = map?.findEntry(callSite.lineNumber - 1, callSite.columnNumber - 1);
  if (!entry?.originalSource) return callSite;
  const column = entry.originalColumn + 1;
  return {
    __proto__: null,
    functionName: entry.name || callSite.functionName,
    scriptName: entry.originalSource,
    lineNumber: entry.originalLine + 1,
    column,
    columnNumber: column,
  };
}

/**
 * @param {number} [frameCount]
 * @param {{ sourceMap?: boolean }} [options]
 * @returns {object[]} the callers, innermost first
 */
function getCallSites(frameCount = defaultCount, options = undefined) {
  if (options === undefined && typeof frameCount === 'object') {
    options = frameCount;
    frameCount = defaultCount;
    validateObject(options, 'options');
  } else if (options !== undefined) {
    validateObject(options, 'options');
  }
  const sourceMap = options?.sourceMap;
  if (sourceMap !== undefined) validateBoolean(sourceMap, 'options.sourceMap');
  validateInteger(frameCount, 'frameCount', 1, 200);
  const callSites = getNativeCallSites(frameCount);
  const isMapped = sourceMap ?? getOptionValue('--enable-source-maps');
  return isMapped ? ArrayPrototypeMap(callSites, original) : callSites;
}

module.exports = { getCallSites };
