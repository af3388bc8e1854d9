'use strict';

// The channel between a parent and a forked child: `send`, 'message' and 'disconnect'
// (https://nodejs.org/api/child_process.html#subprocesssendmessage-sendhandle-options-callback).
//
// Messages travel as one line of JSON each over a pipe. Those whose `cmd` starts with NODE_ are lib/'s own.

const {
  ArrayPrototypePop,
  FunctionPrototypeBind,
  JSONParse,
  JSONStringify,
  ObjectDefineProperty,
  StringPrototypeSplit,
  StringPrototypeStartsWith,
  Symbol,
} = primordials;
const { Pipe, constants: { IPC } } = internalBinding('pipe_wrap');
const {
  WriteWrap,
  kArrayBufferOffset,
  kLastWriteWasAsync,
  kReadBytesOrError,
  streamBaseState,
} = internalBinding('stream_wrap');
const { FastBuffer } = require('internal/buffer');
const EventEmitter = require('events');
const {
  ErrnoException,
  codes: {
    ERR_INVALID_ARG_TYPE,
    ERR_INVALID_HANDLE_TYPE,
    ERR_IPC_CHANNEL_CLOSED,
    ERR_IPC_DISCONNECTED,
    ERR_MISSING_ARGS,
  },
} = require('internal/errors');
const { deprecate } = require('internal/util');

/** The native pipe, as a property of the process or the child. */
const kChannelHandle = Symbol('kChannelHandle');

/** Above this much unsent data, `send` returns false. */
const ENOUGH = 2 * 65536;

/**
 * The public `channel`. It keeps the process alive only while somebody listens or a message is on its way, unless
 * the user decides.
 */
class Control extends EventEmitter {
  #handle;
  #references = 0;
  #isDecided = false;

  constructor(handle) {
    super();
    this.#handle = handle;
  }

  refCounted() {
    this.#references++;
    if (this.#references === 1 && !this.#isDecided) this.#handle.ref();
  }

  unrefCounted() {
    this.#references--;
    if (this.#references !== 0 || this.#isDecided) return;
    this.#handle.unref();
    this.emit('unref');
  }

  ref() {
    this.#isDecided = true;
    this.#handle.ref();
  }

  unref() {
    this.#isDecided = true;
    this.#handle.unref();
  }

  get fd() {
    return this.#handle ? this.#handle.fd : undefined;
  }
}

function isInternal(message) {
  return message !== null && typeof message === 'object' && typeof message.cmd === 'string' &&
    StringPrototypeStartsWith(message.cmd, 'NODE_');
}

/** Cuts what comes in into lines. */
class Lines {
  #decoder;
  #rest = '';

  /** Whether part of a message has come in. */
  get hasRest() {
    return this.#rest.length > 0;
  }

  /** @returns {string[]} complete lines */
  add(bytes) {
    if (this.#decoder === undefined) {
      const { StringDecoder } = require('string_decoder');
      this.#decoder = new StringDecoder('utf8');
    }
    const lines = StringPrototypeSplit(this.#rest + this.#decoder.write(bytes), '\n');
    this.#rest = ArrayPrototypePop(lines);
    return lines;
  }
}

/** One end of a channel. `target` is the process object, or the child. */
class Channel {
  constructor(target, handle) {
    this.target = target;
    this.handle = handle;
    this.control = new Control(handle);
    this.lines = new Lines();
    this.isFinished = false;
    handle.onread = (arrayBuffer) => this.read(arrayBuffer);
    handle.readStart();
  }

  read(arrayBuffer) {
    if (arrayBuffer === undefined) {
      this.end();
      return;
    }
    const bytes = new FastBuffer(arrayBuffer, streamBaseState[kArrayBufferOffset], streamBaseState[kReadBytesOrError]);
    const lines = this.lines.add(bytes);
    for (let i = 0; i < lines.length; i++) this.deliver(JSONParse(lines[i]));
  }

  deliver(message) {
    const { target } = this;
    if (!target.channel) return;
    const name = isInternal(message) ? 'internalMessage' : 'message';
    process.nextTick(() => target.emit(name, message, undefined));
  }

  // The other side is gone.
  end() {
    const { handle, target } = this;
    this.lines = new Lines();
    if (target.connected) target.disconnect();
    handle.onread = () => {};
    handle.close();
    target.channel = null;
    if (target !== process) require('internal/child_process/child').countClose(target);
  }

  send(message, options, callback) {
    const { control, handle, target } = this;
    const request = new WriteWrap();
    const status = handle.writeUtf8String(request, `${JSONStringify(message)}\n`);
    if (status !== 0) {
      if (!options.swallowErrors) report(target, new ErrnoException(status, 'write'), callback);
    } else if (streamBaseState[kLastWriteWasAsync]) {
      control.refCounted();
      request.oncomplete = () => {
        control.unrefCounted();
        if (typeof callback === 'function') callback(null);
      };
    } else if (typeof callback === 'function') {
      process.nextTick(callback, null);
    }
    return handle.writeQueueSize < ENOUGH;
  }

  disconnect() {
    const { handle, target } = this;
    target.channel = null;
    target[kChannelHandle] = null;
    const finish = () => {
      if (this.isFinished) return;
      this.isFinished = true;
      handle.close();
      target.emit('disconnect');
    };
    // A message of which a part is here is waited for.
    if (this.lines.hasRest) {
      target.once('message', finish);
      target.once('internalMessage', finish);
    } else {
      process.nextTick(finish);
    }
  }
}

function report(target, error, callback) {
  if (typeof callback === 'function') process.nextTick(callback, error);
  else process.nextTick(() => target.emit('error', error));
}

function validateMessage(message) {
  if (message === undefined) throw new ERR_MISSING_ARGS('message');
  const type = typeof message;
  if (type !== 'string' && type !== 'object' && type !== 'number' && type !== 'boolean') {
    throw new ERR_INVALID_ARG_TYPE('message', ['string', 'object', 'number', 'boolean'], message);
  }
}

/**
 * Gives `target` the methods of a channel's end.
 * @param {NodeJS.Process | ChildProcess} target
 * @param {Pipe} handle
 * @returns {Control}
 */
function setupChannel(target, handle) {
  const channel = new Channel(target, handle);
  target.channel = channel.control;
  target[kChannelHandle] = handle;
  const message = '_channel is deprecated. Use ChildProcess.channel instead.';
  ObjectDefineProperty(target, '_channel', {
    __proto__: null,
    get: deprecate(() => target.channel, message, 'DEP0129'),
    set: deprecate((value) => {
      target.channel = value;
    }, message, 'DEP0129'),
    configurable: true,
    enumerable: false,
  });
  target.connected = true;
  target.send = function(message, sendHandle, options, callback) {
    if (typeof sendHandle === 'function') {
      callback = sendHandle;
      sendHandle = undefined;
      options = undefined;
    } else if (typeof options === 'function') {
      callback = options;
      options = undefined;
    } else if (options !== undefined && (options === null || typeof options !== 'object')) {
      throw new ERR_INVALID_ARG_TYPE('options', 'Object', options);
    }
    if (!this.connected) {
      report(this, new ERR_IPC_CHANNEL_CLOSED(), callback);
      return false;
    }
    validateMessage(message);
    // Sockets and servers are sent over channels once there are servers.
    if (sendHandle) throw new ERR_INVALID_HANDLE_TYPE();
    return channel.send(message, { swallowErrors: false, ...options }, callback);
  };
  target._send = FunctionPrototypeBind(channelSend, target, channel);
  target.disconnect = function() {
    if (!this.connected) {
      this.emit('error', new ERR_IPC_DISCONNECTED());
      return;
    }
    this.connected = false;
    this._disconnect();
  };
  target._disconnect = () => channel.disconnect();
  return channel.control;
}

function channelSend(channel, message, handle, options, callback) {
  validateMessage(message);
  return channel.send(message, typeof options === 'boolean' ? { swallowErrors: options } : options ?? {}, callback);
}

/**
 * Connects this process with the parent that forked it.
 * @param {number} fd
 */
function connectToParent(fd) {
  const handle = new Pipe(IPC);
  handle.open(fd);
  handle.unref();
  const control = setupChannel(process, handle);
  const isRelevant = (name) => name === 'message' || name === 'disconnect';
  process.on('newListener', (name) => {
    if (isRelevant(name)) control.refCounted();
  });
  process.on('removeListener', (name) => {
    if (isRelevant(name)) control.unrefCounted();
  });
}

module.exports = { connectToParent, kChannelHandle, setupChannel };
