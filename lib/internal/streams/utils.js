'use strict';

module.exports = require('internal/deps/readable-stream/lib/internal/streams/utils');
