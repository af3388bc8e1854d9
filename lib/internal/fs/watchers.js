'use strict';

// fs.watch on one file or folder, and what all watchers share.

const {
  ArrayIsArray, ArrayPrototypePush, FunctionPrototypeCall, ObjectSetPrototypeOf,
  RegExpPrototypeExec, Symbol,
} = primordials;

const EventEmitter = require('events');
const assert = require('internal/assert');
const { UVException } = require('internal/errors');
const { kResistStopPropagation } = require('internal/event_target');
const { encodeNames, isRaw } = require('internal/fs/names');
const { copyObject, getOptions, getValidatedPath } = require('internal/fs/validation');
const { isMacOS, isWindows } = require('internal/util');
const { isRegExp } = require('internal/util/types');
const { validateIgnoreOption } = require('internal/validators');
const { toNamespacedPath } = require('path');

const { FSEvent } = internalBinding('fs_event_wrap');
const { UV_ENOENT, UV_ENOSPC } = internalBinding('uv');

const kEncoding = Symbol('kEncoding');
const kFSWatchStart = Symbol('kFSWatchStart');
const kIgnored = Symbol('kIgnored');

/**
 * A predicate of names that a watcher does not report.
 * @param {string | RegExp | Function | Array} [ignore] globs, patterns, predicates
 * @returns {((name: string) => boolean) | null}
 */
function ignoreMatcher(ignore) {
  validateIgnoreOption(ignore, 'options.ignore');
  if (ignore == null) return null;
  const entries = ArrayIsArray(ignore) ? ignore : [ignore];
  const tests = [];
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i];
    if (typeof entry === 'string') {
      const { compileGlob } = require('internal/fs/glob_pattern');
      ArrayPrototypePush(tests, compileGlob(entry, { windows: isWindows, matchBase: true }));
    } else if (isRegExp(entry)) {
      ArrayPrototypePush(tests, (name) => RegExpPrototypeExec(entry, name) !== null);
    } else {
      ArrayPrototypePush(tests, entry);
    }
  }
  return (name) => {
    for (let i = 0; i < tests.length; i++) {
      if (tests[i](name)) return true;
    }
    return false;
  };
}

/** The error of a watch that did not start or broke off. */
function watchError(errno, path) {
  const error = new UVException({
    errno,
    syscall: 'watch',
    path,
    message: errno === UV_ENOSPC ? 'System limit for number of file watchers reached' : '',
  });
  error.filename = path;
  return error;
}

function emitClose(watcher) {
  watcher.emit('close');
}

/** What fs.watch returns. */
function FSWatcher() {
  FunctionPrototypeCall(EventEmitter, this);
  this._handle = new FSEvent();
  this[kIgnored] = null;
  this[kEncoding] = undefined;
  this._handle.onchange = (status, eventType, name) => {
    const filename = encodeNames(name, this[kEncoding]);
    if (status < 0) {
      this._handle?.close();
      this._handle = null;
      this.emit('error', watchError(status, filename));
    } else if (filename == null || !this[kIgnored]?.(filename)) {
      this.emit('change', eventType, filename);
    }
  };
}
ObjectSetPrototypeOf(FSWatcher.prototype, EventEmitter.prototype);
ObjectSetPrototypeOf(FSWatcher, EventEmitter);

FSWatcher.prototype[kFSWatchStart] = function(filename, options) {
  if (this._handle === null) return;
  assert(this._handle instanceof FSEvent, 'handle must be a FSEvent');
  if (this._handle.initialized) return;
  filename = getValidatedPath(filename, 'filename');
  this[kIgnored] = ignoreMatcher(options.ignore);
  const { persistent, recursive, encoding, throwIfNoEntry } = options;
  this[kEncoding] = encoding;
  const errno = this._handle.start(toNamespacedPath(filename), persistent, recursive, isRaw(encoding));
  if (errno && (throwIfNoEntry || errno !== UV_ENOENT)) throw watchError(errno, filename);
};

// Watchers start by themselves; the method stays for programs that call it.
FSWatcher.prototype.start = () => {};

FSWatcher.prototype.close = function() {
  if (this._handle === null) return;
  assert(this._handle instanceof FSEvent, 'handle must be a FSEvent');
  if (!this._handle.initialized) return;
  this._handle.close();
  this._handle = null;
  process.nextTick(emitClose, this);
};

FSWatcher.prototype.ref = function() {
  this._handle?.ref();
  return this;
};

FSWatcher.prototype.unref = function() {
  this._handle?.unref();
  return this;
};

/** Closes the watcher when the signal is aborted. */
function closeOnAbort(watcher, signal) {
  const close = () => watcher.close();
  if (signal.aborted) {
    process.nextTick(close);
    return;
  }
  signal.addEventListener('abort', close, { __proto__: null, [kResistStopPropagation]: true });
  watcher.once('close', () => signal.removeEventListener('abort', close));
}

function watch(filename, options, listener) {
  if (typeof options === 'function') listener = options;
  options = copyObject(getOptions(options));
  options.persistent ??= true;
  options.recursive ??= false;
  options.throwIfNoEntry ??= true;
  const path = getValidatedPath(filename);
  let watcher;
  if (options.recursive && !isMacOS && !isWindows) {
    const { RecursiveWatcher } = require('internal/fs/recursive_watch');
    watcher = new RecursiveWatcher(options);
    watcher.start(path);
  } else {
    watcher = new FSWatcher();
    watcher[kFSWatchStart](path, options);
  }
  if (listener) watcher.addListener('change', listener);
  if (options.signal) closeOnAbort(watcher, options.signal);
  return watcher;
}

module.exports = { ignoreMatcher, watch, watchError };
