'use strict';

// fs.watchFile: files looked at again and again. All listeners of one file share a watcher.

const { FunctionPrototypeCall, ObjectSetPrototypeOf, SafeMap, Symbol } = primordials;

const EventEmitter = require('events');
const { bigintStatsOf, statsOf } = require('internal/fs/stats');
const { getValidatedPath } = require('internal/fs/validation');
const { watchError } = require('internal/fs/watchers');
const { validateFunction, validateUint32 } = require('internal/validators');
const pathModule = require('path');

const { StatWatcher: NativeWatcher, kFsStatsFieldsNumber } = internalBinding('fs');

const kBigint = Symbol('kBigint');
const kLastStatus = Symbol('kLastStatus');
const kListeners = Symbol('kListeners');
const kRefs = Symbol('kRefs');
const kStart = Symbol('kStart');

const watchers = new SafeMap();

function emitStop(watcher) {
  watcher.emit('stop');
}

/** What fs.watchFile returns. */
function StatWatcher(bigint) {
  FunctionPrototypeCall(EventEmitter, this);
  this._handle = null;
  this[kBigint] = bigint;
  this[kLastStatus] = -1;
  // One reference for each listener, which ref() and unref() take and give.
  this[kListeners] = 1;
  this[kRefs] = 1;
}
ObjectSetPrototypeOf(StatWatcher.prototype, EventEmitter.prototype);
ObjectSetPrototypeOf(StatWatcher, EventEmitter);

StatWatcher.prototype[kStart] = function(filename, persistent, interval) {
  const bigint = this[kBigint];
  validateUint32(interval, 'interval');
  this._handle = new NativeWatcher(bigint);
  this._handle.onchange = (status, values) => {
    const linksOfNew = values[2];
    const linksOfOld = values[kFsStatsFieldsNumber + 2];
    // A file that was not there and still is not has not changed.
    if (this[kLastStatus] === -1 && status === -1 && linksOfNew === linksOfOld) return;
    this[kLastStatus] = status;
    const make = bigint ? bigintStatsOf : statsOf;
    this.emit('change', make(values, 0), make(values, kFsStatsFieldsNumber));
  };
  const errno = this._handle.start(pathModule.toNamespacedPath(filename), interval);
  if (!persistent) this.unref();
  if (errno) throw watchError(errno, filename);
};

// Watchers start by themselves; the method stays for programs that call it.
StatWatcher.prototype.start = () => {};

StatWatcher.prototype.stop = function() {
  if (this._handle === null) return;
  process.nextTick(emitStop, this);
  this._handle.close();
  this._handle = null;
};

StatWatcher.prototype.ref = function() {
  if (this[kRefs] !== this[kListeners] && this._handle && this[kRefs]++ === 0) this._handle.ref();
  return this;
};

StatWatcher.prototype.unref = function() {
  if (this[kRefs] !== 0 && this._handle && --this[kRefs] === 0) this._handle.unref();
  return this;
};

function watchFile(filename, options, listener) {
  filename = pathModule.resolve(getValidatedPath(filename));
  if (options === null || typeof options !== 'object') {
    listener = options;
    options = null;
  }
  const { bigint, interval, persistent } = { interval: 5007, persistent: true, ...options };
  validateFunction(listener, 'listener');
  let watcher = watchers.get(filename);
  if (watcher === undefined) {
    watcher = new StatWatcher(bigint);
    watcher[kStart](filename, persistent, interval);
    watchers.set(filename, watcher);
  } else {
    watcher[kRefs]++;
    watcher[kListeners]++;
  }
  watcher.addListener('change', listener);
  return watcher;
}

function unwatchFile(filename, listener) {
  filename = pathModule.resolve(getValidatedPath(filename));
  const watcher = watchers.get(filename);
  if (watcher === undefined) return;
  if (typeof listener === 'function') {
    const before = watcher.listenerCount('change');
    watcher.removeListener('change', listener);
    if (watcher.listenerCount('change') < before) {
      watcher[kListeners]--;
      watcher.unref();
    }
  } else {
    watcher.removeAllListeners('change');
    watcher[kListeners] = 0;
    watcher[kRefs] = 0;
    watcher._handle?.unref();
  }
  if (watcher.listenerCount('change') === 0) {
    watcher.stop();
    watchers.delete(filename);
  }
}

module.exports = { unwatchFile, watchFile };
