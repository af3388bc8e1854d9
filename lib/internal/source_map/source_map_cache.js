'use strict';

// The source maps of the modules that were loaded, if somebody wants them. A map is read when it is first asked for.

const {
  JSONParse,
  RegExpPrototypeExec,
  SafeMap,
  StringPrototypeLastIndexOf,
  StringPrototypeSlice,
  StringPrototypeSplit,
  StringPrototypeStartsWith,
} = primordials;
const { getOptionValue } = require('internal/options');
const { validateBoolean, validateObject } = require('internal/validators');

const comment = /^\/\/[#@] sourceMappingURL=([^\s'"]+)\s*$/m;

/** What is known of a module's map: its text as long as nobody asked, then the SourceMap or null. */
const known = new SafeMap();

let support;

function getSupport() {
  return support ??= {
    enabled: getOptionValue('--enable-source-maps') === true,
    nodeModules: false,
    generatedCode: false,
  };
}

/** `module.getSourceMapsSupport`. */
function getSourceMapsSupport() {
  return { __proto__: null, ...getSupport() };
}

/** `module.setSourceMapsSupport`. */
function setSourceMapsSupport(enabled, options = { __proto__: null }) {
  validateBoolean(enabled, 'enabled');
  validateObject(options, 'options');
  const { nodeModules = false, generatedCode = false } = options;
  validateBoolean(nodeModules, 'options.nodeModules');
  validateBoolean(generatedCode, 'options.generatedCode');
  support = { enabled, nodeModules, generatedCode };
}

/**
 * Remembers the map that a module's text names.
 * @param {string} filename a path or URL
 * @param {string} content
 */
function maybeCacheSourceMap(filename, content) {
  const { enabled, nodeModules } = getSupport();
  if (!enabled) return;
  const { isUnderNodeModules } = require('internal/util');
  if (!nodeModules && isUnderNodeModules(filename)) return;
  // The comment is the last line that is one.
  const at = StringPrototypeLastIndexOf(content, 'sourceMappingURL=');
  const lineStart = at === -1 ? -1 : StringPrototypeLastIndexOf(content, '\n', at) + 1;
  const mapURL = at === -1 ? undefined : RegExpPrototypeExec(comment, StringPrototypeSlice(content, lineStart))?.[1];
  if (mapURL === undefined) return;
  known.set(pathOf(filename), { __proto__: null, mapURL, content, map: undefined });
}

function pathOf(filename) {
  return StringPrototypeStartsWith(filename, 'file:') ? require('internal/url').fileURLToPath(filename) : filename;
}

function readMap(path, mapURL) {
  if (StringPrototypeStartsWith(mapURL, 'data:')) {
    return JSONParse(require('internal/modules/esm/data_url').bytesOfDataURL(mapURL).toString());
  }
  const { URL, fileURLToPath, pathToFileURL } = require('internal/url');
  const url = new URL(mapURL, pathToFileURL(path));
  return JSONParse(require('fs').readFileSync(fileURLToPath(url), 'utf8'));
}

/** Sources as URLs: they are relative to the map. */
function absolute(payload, path) {
  const { URL, pathToFileURL } = require('internal/url');
  const base = pathToFileURL(path);
  const { sources, sourceRoot = '' } = payload;
  for (let i = 0; sources !== undefined && i < sources.length; i++) {
    sources[i] = new URL(`${sourceRoot}${sources[i]}`, base).href;
  }
  return payload;
}

/**
 * `module.findSourceMap`.
 * @param {string} path or URL of a loaded module
 * @returns {SourceMap | undefined}
 */
function findSourceMap(path) {
  const entry = known.get(pathOf(path));
  if (entry === undefined) return undefined;
  if (entry.map === undefined) {
    entry.map = null;
    try {
      const { SourceMap } = require('internal/source_map/source_map');
      const lines = StringPrototypeSplit(entry.content, '\n');
      const lineLengths = [];
      for (let i = 0; i < lines.length; i++) lineLengths[i] = lines[i].length;
      const payload = absolute(readMap(pathOf(path), entry.mapURL), pathOf(path));
      entry.map = new SourceMap(payload, { lineLengths });
    } catch {
      // A map that is missing or broken is as good as none.
    }
  }
  return entry.map ?? undefined;
}

module.exports = { findSourceMap, getSourceMapsSupport, maybeCacheSourceMap, setSourceMapsSupport };
