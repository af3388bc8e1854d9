'use strict';

// Between URLs and file names, for modules whose URL may be anything.

const { StringPrototypeStartsWith } = primordials;
const { URL, fileURLToPath, pathToFileURL } = require('internal/url');

/** The path of a `file:` URL; anything else stays as it is. */
function urlToFilename(url) {
  if (!url || !StringPrototypeStartsWith(url, 'file://')) return url;
  try {
    return fileURLToPath(url);
  } catch {
    try {
      return new URL(url).pathname;
    } catch {
      return url;
    }
  }
}

/** The URL of what a script is called; undefined if its name is neither a path nor a URL. */
function urlOfReferrer(name) {
  if (name === null || name === undefined) return undefined;
  if (name[0] === '/') return pathToFileURL(name).href;
  return URL.canParse(name) ? name : undefined;
}

module.exports = { urlOfReferrer, urlToFilename };
