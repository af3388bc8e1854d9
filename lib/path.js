'use strict';

// The path module: the flavour of this platform, with both flavours inside of each.

const posix = require('internal/path/posix');
const win32 = require('internal/path/win32');

posix.win32 = win32.win32 = win32;
posix.posix = win32.posix = posix;

// A legacy name that programs still use.
posix._makeLong = posix.toNamespacedPath;
win32._makeLong = win32.toNamespacedPath;

module.exports = require('internal/util').isWindows ? win32 : posix;
