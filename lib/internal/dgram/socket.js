'use strict';

// dgram.Socket: states and events over a native handle (https://nodejs.org/api/dgram.html#class-dgramsocket).
//
// Binding and connecting look their address up first, so they end later; what is sent meanwhile waits in `queue`.

const {
  FunctionPrototypeCall, ObjectAssign, ObjectSetPrototypeOf, Promise, Symbol, SymbolAsyncDispose, SymbolDispose,
} =
  primordials;
const { UDP, constants: { UV_UDP_IPV6ONLY, UV_UDP_REUSEADDR, UV_UDP_REUSEPORT } } = internalBinding('udp_wrap');
const { owner_symbol } = internalBinding('symbols');
const EventEmitter = require('events');
const { FastBuffer } = require('internal/buffer');
const {
  ErrnoException,
  ExceptionWithHostPort,
  codes: {
    ERR_SOCKET_ALREADY_BOUND,
    ERR_SOCKET_BAD_TYPE,
    ERR_SOCKET_DGRAM_IS_CONNECTED,
    ERR_SOCKET_DGRAM_NOT_CONNECTED,
    ERR_SOCKET_DGRAM_NOT_RUNNING,
  },
} = require('internal/errors');
const options = require('internal/dgram/options');
const { sendFrom } = require('internal/dgram/send');
const { kState } = require('internal/dgram/state');
const {
  validateAbortSignal, validateFunction, validateNumber, validatePort, validateString,
} = require('internal/validators');

const UNBOUND = 0;
const BINDING = 1;
const BOUND = 2;
const DISCONNECTED = 0;
const CONNECTING = 1;
const CONNECTED = 2;

const kReuse = Symbol('reuse');

/**
 * @param {string | object} given
 * @param {Function} [listener]
 */
function Socket(given, listener) {
  FunctionPrototypeCall(EventEmitter, this);
  const settings = given !== null && typeof given === 'object' ? given : { type: given };
  const { type, lookup, signal } = settings;
  if (type !== 'udp4' && type !== 'udp6') throw new ERR_SOCKET_BAD_TYPE();
  if (lookup !== undefined) validateFunction(lookup, 'lookup');
  this.type = type;
  const handle = new UDP();
  handle[owner_symbol] = this;
  handle.onmessage = onMessage;
  this[kState] = {
    handle,
    bindState: UNBOUND,
    connectState: DISCONNECTED,
    queue: undefined,
    isClosing: false,
    lookup: lookup || require('dns').lookup,
    family: type === 'udp4' ? 4 : 6,
    recvBufferSize: settings.recvBufferSize,
    sendBufferSize: settings.sendBufferSize,
  };
  let flags = settings.reuseAddr ? UV_UDP_REUSEADDR : 0;
  if (settings.ipv6Only) flags |= UV_UDP_IPV6ONLY;
  if (settings.reusePort) flags |= UV_UDP_REUSEPORT;
  this[kReuse] = flags;
  if (typeof listener === 'function') this.on('message', listener);
  if (signal !== undefined) closeOnAbort(this, signal);
}
ObjectSetPrototypeOf(Socket.prototype, EventEmitter.prototype);
ObjectSetPrototypeOf(Socket, EventEmitter);

function closeOnAbort(socket, signal) {
  validateAbortSignal(signal, 'options.signal');
  const onAbort = () => {
    if (!socket[kState].isClosing) socket.close();
  };
  if (signal.aborted) {
    onAbort();
  } else {
    const { addAbortListener } = require('internal/events/abort_listener');
    const disposable = addAbortListener(signal, onAbort);
    socket.once('close', () => disposable[SymbolDispose]());
  }
}

/** Native code calls this for each datagram. */
function onMessage(status, handle, buffer, sender) {
  const socket = handle[owner_symbol];
  if (status < 0) socket.emit('error', new ErrnoException(status, 'recvmsg'));
  else socket.emit('message', new FastBuffer(buffer), sender);
}

// Looks up where to bind or whom to reach; nothing stands for all addresses, or for this machine.
function resolve(state, address, whenMissing, callback) {
  FunctionPrototypeCall(state.lookup, undefined, address || whenMissing, state.family, callback);
}

/** Throws if the socket is closed. */
function healthCheck(socket) {
  if (!socket[kState].handle) throw new ERR_SOCKET_DGRAM_NOT_RUNNING();
}

function startReceiving(socket) {
  const state = socket[kState];
  state.handle.recvStart();
  state.bindState = BOUND;
  if (state.recvBufferSize) options.bufferSize(socket, state.recvBufferSize, true);
  if (state.sendBufferSize) options.bufferSize(socket, state.sendBufferSize, false);
  socket.emit('listening');
}

function removeOnce(socket, callback) {
  const onError = () => socket.removeListener('listening', onListening);
  function onListening(...args) {
    socket.removeListener('error', onError);
    FunctionPrototypeCall(callback, socket, ...args);
  }
  socket.once('listening', onListening);
  socket.once('error', onError);
}

ObjectAssign(Socket.prototype, options.methods, {
  /**
   * `([port[, address]][, callback])` or `(options[, callback])`
   * @see https://nodejs.org/api/dgram.html#socketbindport-address-callback
   */
  bind(port, address, ...rest) {
    healthCheck(this);
    const state = this[kState];
    if (state.bindState !== UNBOUND) throw new ERR_SOCKET_ALREADY_BOUND();
    state.bindState = BINDING;
    const callback = arguments.length > 0 ? [port, address, ...rest][arguments.length - 1] : undefined;
    if (typeof callback === 'function') removeOnce(this, callback);
    if (port !== null && typeof port === 'object') {
      if (typeof port.fd === 'number' && port.fd >= 0) return bindDescriptor(this, port.fd);
      ({ port, address } = port);
    }
    if (typeof address === 'function') address = '';
    if (typeof port === 'function') port = 0;
    resolve(state, address, state.family === 4 ? '0.0.0.0' : '::', (error, ip) => {
      // It may have been closed meanwhile.
      if (!state.handle) return;
      if (error) {
        state.bindState = UNBOUND;
        this.emit('error', error);
        return;
      }
      const status = state.handle.bind(ip, port || 0, this[kReuse]);
      if (status) {
        state.bindState = UNBOUND;
        this.emit('error', new ExceptionWithHostPort(status, 'bind', ip, port));
        return;
      }
      startReceiving(this);
    });
    return this;
  },

  connect(port, address, callback) {
    validatePort(port, 'Port', false);
    if (typeof address === 'function') {
      callback = address;
      address = '';
    } else if (address === undefined) {
      address = '';
    }
    validateString(address, 'address');
    healthCheck(this);
    const state = this[kState];
    if (state.connectState !== DISCONNECTED) throw new ERR_SOCKET_DGRAM_IS_CONNECTED();
    state.connectState = CONNECTING;
    if (state.bindState === UNBOUND) this.bind({ port: 0, exclusive: true }, null);
    if (callback !== undefined) {
      validateFunction(callback, 'callback');
      this.once('connect', callback);
    }
    const connect = () => {
      resolve(state, address, state.family === 4 ? '127.0.0.1' : '::1', (error, ip) => {
        if (!state.handle) return;
        const status = error ? 0 : state.handle.connect(ip, port);
        if (status) error = new ExceptionWithHostPort(status, 'connect', address, port);
        if (!error) {
          state.connectState = CONNECTED;
          this.emit('connect');
          return;
        }
        state.connectState = DISCONNECTED;
        process.nextTick(() => {
          if (callback !== undefined) {
            this.removeListener('connect', callback);
            callback(error);
          } else {
            this.emit('error', error);
          }
        });
      });
    };
    this._whenBound(connect);
  },

  disconnect() {
    const state = this[kState];
    if (state.connectState !== CONNECTED) throw new ERR_SOCKET_DGRAM_NOT_CONNECTED();
    const status = state.handle.disconnect();
    if (status) throw new ErrnoException(status, 'connect');
    state.connectState = DISCONNECTED;
  },

  send(...args) {
    const state = this[kState];
    sendFrom(this, args, state.connectState === CONNECTED);
  },

  sendto(buffer, offset, length, port, address, callback) {
    validateNumber(offset, 'offset');
    validateNumber(length, 'length');
    validateNumber(port, 'port');
    validateString(address, 'address');
    this.send(buffer, offset, length, port, address, callback);
  },

  /** Calls `body` now, or once the binding that is under way has ended. */
  _whenBound(body) {
    const state = this[kState];
    if (state.bindState === BOUND) {
      body();
      return;
    }
    if (state.bindState === UNBOUND) this.bind({ port: 0, exclusive: true }, null);
    if (state.queue === undefined) {
      state.queue = [];
      const run = () => {
        this.removeListener('error', forget);
        const { queue } = state;
        state.queue = undefined;
        for (let i = 0; i < queue.length; i++) queue[i]();
      };
      const forget = () => {
        this.removeListener('listening', run);
        state.queue = undefined;
      };
      this.once('listening', run);
      this.once('error', forget);
    }
    state.queue.push(body);
  },

  /** Closes; 'close' follows in a tick. */
  close(callback) {
    if (typeof callback === 'function') this.on('close', callback);
    const state = this[kState];
    if (state.queue !== undefined) {
      state.queue.push(() => this.close());
      return this;
    }
    healthCheck(this);
    state.isClosing = true;
    state.handle.recvStop();
    state.handle.close();
    state.handle = null;
    process.nextTick(() => this.emit('close'));
    return this;
  },

  [SymbolAsyncDispose]() {
    if (!this[kState].handle) return Promise.resolve();
    return new Promise((resolvePromise) => this.close(() => resolvePromise()));
  },

  address() {
    healthCheck(this);
    const out = {};
    const status = this[kState].handle.getsockname(out);
    if (status) throw new ErrnoException(status, 'getsockname');
    return out;
  },

  remoteAddress() {
    healthCheck(this);
    const state = this[kState];
    if (state.connectState !== CONNECTED) throw new ERR_SOCKET_DGRAM_NOT_CONNECTED();
    const out = {};
    const status = state.handle.getpeername(out);
    if (status) throw new ErrnoException(status, 'getpeername');
    return out;
  },

  ref() {
    this[kState].handle?.ref();
    return this;
  },

  unref() {
    this[kState].handle?.unref();
    return this;
  },
});

function bindDescriptor(socket, fd) {
  const status = socket[kState].handle.open(fd);
  if (status) throw new ErrnoException(status, 'open');
  startReceiving(socket);
  return socket;
}

module.exports = { Socket };
