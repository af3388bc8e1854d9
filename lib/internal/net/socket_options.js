'use strict';

// What can be set on a socket, and asked of it, beside its data: timeouts, delays, addresses.

const { Boolean, MathTrunc, NumberIsNaN, Symbol } = primordials;
const { ErrnoException, codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { getTimerDuration, setUnrefTimeout } = require('internal/timers');
const { validateFunction, validateInt32 } = require('internal/validators');
const { clearTimeout } = require('timers');

const kLastWriteQueueSize = Symbol('lastWriteQueueSize');
const kSetKeepAlive = Symbol('kSetKeepAlive');
const kSetKeepAliveCount = Symbol('kSetKeepAliveCount');
const kSetKeepAliveInitialDelay = Symbol('kSetKeepAliveInitialDelay');
const kSetKeepAliveInterval = Symbol('kSetKeepAliveInterval');
const kSetNoDelay = Symbol('kSetNoDelay');
const kSetTOS = Symbol('kSetTOS');
const kTimeout = Symbol('timeout');

function seconds(milliseconds) {
  return MathTrunc(milliseconds / 1000) || 0;
}

const methods = {
  _unrefTimer() {
    for (let socket = this; socket !== null && socket !== undefined; socket = socket._parent) {
      if (socket[kTimeout]) socket[kTimeout].refresh();
    }
  },

  setTimeout(milliseconds, callback) {
    if (this.destroyed) return this;
    this.timeout = milliseconds;
    const duration = getTimerDuration(milliseconds, 'msecs');
    clearTimeout(this[kTimeout]);
    if (callback !== undefined) validateFunction(callback, 'callback');
    if (duration === 0) {
      if (callback !== undefined) this.removeListener('timeout', callback);
      return this;
    }
    this[kTimeout] = setUnrefTimeout(() => this._onTimeout(), duration);
    if (callback !== undefined) this.once('timeout', callback);
    return this;
  },

  _onTimeout() {
    const handle = this._handle;
    const before = this[kLastWriteQueueSize];
    // A write that gets on is activity.
    if (before > 0 && handle && handle.writeQueueSize !== before) {
      this[kLastWriteQueueSize] = handle.writeQueueSize;
      this._unrefTimer();
      return;
    }
    this.emit('timeout');
  },

  setNoDelay(enable) {
    const on = enable === undefined ? true : Boolean(enable);
    if (!this._handle) {
      this[kSetNoDelay] = on;
    } else if (this._handle.setNoDelay && on !== this[kSetNoDelay]) {
      this[kSetNoDelay] = on;
      this._handle.setNoDelay(on);
    }
    return this;
  },

  setKeepAlive(enable, initialDelay, interval, count) {
    if (enable !== null && typeof enable === 'object') {
      ({ enable, initialDelay, interval, count } = enable);
    }
    const on = Boolean(enable);
    const first = seconds(initialDelay);
    const next = interval === undefined ? undefined : seconds(interval);
    if (this._handle && !this._handle.setKeepAlive) return this;
    const isChanged = on !== this[kSetKeepAlive] || (on && (this[kSetKeepAliveInitialDelay] !== first ||
      this[kSetKeepAliveInterval] !== next || this[kSetKeepAliveCount] !== count));
    if (!isChanged) return this;
    this[kSetKeepAlive] = on;
    this[kSetKeepAliveInitialDelay] = first;
    this[kSetKeepAliveInterval] = next;
    this[kSetKeepAliveCount] = count;
    this._handle?.setKeepAlive(on, first, next, count);
    return this;
  },

  setTypeOfService(tos) {
    if (NumberIsNaN(tos)) throw new ERR_INVALID_ARG_TYPE('tos', 'number', tos);
    validateInt32(tos, 'tos', 0, 255);
    const hadHandle = this._handle?.setTypeOfService !== undefined;
    if (hadHandle && tos !== this[kSetTOS]) {
      const status = this._handle.setTypeOfService(tos);
      if (status) throw new ErrnoException(status, 'setTypeOfService');
    }
    this[kSetTOS] = tos;
    return this;
  },

  getTypeOfService() {
    if (!this._handle?.getTypeOfService) return this[kSetTOS] ?? 0;
    const value = this._handle.getTypeOfService();
    if (value < 0) throw new ErrnoException(value, 'getTypeOfService');
    return value;
  },

  address() {
    return this._getsockname();
  },

  _getpeername() {
    if (!this._handle?.getpeername || this.connecting) return this._peername || {};
    if (!this._peername) {
      const address = {};
      if (this._handle.getpeername(address)) return address;
      this._peername = address;
    }
    return this._peername;
  },

  _getsockname() {
    if (!this._handle?.getsockname) return {};
    if (!this._sockname) {
      this._sockname = {};
      // A socket that has no address leaves it empty.
      this._handle.getsockname(this._sockname);
    }
    return this._sockname;
  },

  ref() {
    if (!this._handle) this.once('connect', this.ref);
    else if (typeof this._handle.ref === 'function') this._handle.ref();
    return this;
  },

  unref() {
    if (!this._handle) this.once('connect', this.unref);
    else if (typeof this._handle.unref === 'function') this._handle.unref();
    return this;
  },
};

/** Defines the accessors by `define(name, get, enumerable)`. */
function defineGetters(define) {
  define('_connecting', function _connecting() {
    return this.connecting;
  });
  define('pending', function pending() {
    return !this._handle || this.connecting;
  });
  define('readyState', function readyState() {
    if (this.connecting) return 'opening';
    if (this.readable && this.writable) return 'open';
    if (this.readable) return 'readOnly';
    return this.writable ? 'writeOnly' : 'closed';
  });
  define('bufferSize', function bufferSize() {
    return this._handle ? this.writableLength : undefined;
  });
  define('remoteAddress', function remoteAddress() {
    return this._getpeername().address;
  });
  define('remoteFamily', function remoteFamily() {
    return this._getpeername().family;
  });
  define('remotePort', function remotePort() {
    return this._getpeername().port;
  });
  define('localAddress', function localAddress() {
    return this._getsockname().address;
  });
  define('localPort', function localPort() {
    return this._getsockname().port;
  });
  define('localFamily', function localFamily() {
    return this._getsockname().family;
  });
}

module.exports = {
  defineGetters,
  kLastWriteQueueSize,
  kSetKeepAlive,
  kSetKeepAliveInitialDelay,
  kSetNoDelay,
  kSetTOS,
  kTimeout,
  methods,
};
