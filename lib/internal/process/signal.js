'use strict';

// Signals as events of `process` (https://nodejs.org/api/process.html#signal-events): a native watcher runs while there are listeners.

const { SafeMap } = primordials;
const { ErrnoException } = require('internal/errors');
const { signals } = internalBinding('constants').os;

const watchers = new SafeMap();

const isSignal = (event) => typeof event === 'string' && signals[event] !== undefined;

function startListening(type) {
  if (!isSignal(type) || watchers.has(type)) return;
  const { Signal } = internalBinding('signal_wrap');
  const watcher = new Signal();
  // Listening does not keep the process alive.
  watcher.unref();
  watcher.onsignal = (number) => process.emit(type, type, number);
  const errno = watcher.start(signals[type]);
  if (errno) {
    watcher.close();
    throw new ErrnoException(errno, 'uv_signal_start');
  }
  watchers.set(type, watcher);
}

function stopListening(type) {
  const watcher = watchers.get(type);
  if (watcher === undefined || process.listenerCount(type) > 0) return;
  watcher.close();
  watchers.delete(type);
}

/** Watches the signals that get listeners. */
function setupSignals() {
  process.on('newListener', startListening);
  process.on('removeListener', stopListening);
}

module.exports = { setupSignals };
