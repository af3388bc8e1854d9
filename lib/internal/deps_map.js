'use strict';

// Where the files of lib/'s npm packages find what lib/ has itself.

/** Files of packages that are replaced, by id. */
const dependencies = {
  '__proto__': null,
  'internal/deps/readable-stream/lib/internal/streams/readable': 'internal/streams/readable',
  'internal/deps/readable-stream/lib/internal/streams/state': 'internal/streams/state',
  'internal/deps/readable-stream/lib/internal/streams/writable': 'internal/streams/writable',
  'internal/deps/readable-stream/lib/internal/validators': 'internal/validators',
  'internal/deps/readable-stream/lib/ours/errors': 'internal/errors',
  'internal/deps/readable-stream/lib/ours/primordials': 'internal/streams/dependency_primordials',
  'internal/deps/readable-stream/lib/ours/util': 'internal/streams/dependency_util',
};

/** Bare names that packages require, by id. */
const libraries = {
  '__proto__': null,
  'abort-controller': 'internal/abort_controller',
  'process': 'internal/deps_process',
};

module.exports = { dependencies, libraries };
