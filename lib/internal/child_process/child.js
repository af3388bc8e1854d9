'use strict';

// ChildProcess: a running child and the streams to it (https://nodejs.org/api/child_process.html#class-childprocess).

const {
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  FunctionPrototypeCall,
  ObjectSetPrototypeOf,
  Symbol,
  SymbolDispose,
} = primordials;
const {
  Process,
  constants: { kProcessFlagDetached, kProcessFlagWindowsHide, kProcessFlagWindowsVerbatimArguments },
} = internalBinding('process_wrap');
const {
  UV_EACCES, UV_EAGAIN, UV_EINVAL, UV_EMFILE, UV_ENFILE, UV_ENOENT, UV_ENOSYS, UV_ESRCH,
} = internalBinding('uv');
const { owner_symbol } = internalBinding('symbols');
const EventEmitter = require('events');
const { closePipes, getValidStdio } = require('internal/child_process/stdio');
const { ErrnoException } = require('internal/errors');
const { convertToValidSignal } = require('internal/util');
const { validateArray, validateObject, validateOneOf, validateString } = require('internal/validators');
const { Socket } = require('net');

/** Marks a stream that was handed to a child: the parent leaves it alone. */
const kIsUsedAsStdio = Symbol('kIsUsedAsStdio');

function ChildProcess() {
  FunctionPrototypeCall(EventEmitter, this);
  // 'close' comes after the exit and the end of every stream.
  this._closesNeeded = 1;
  this._closesGot = 0;
  this.connected = false;
  this.signalCode = null;
  this.exitCode = null;
  this.killed = false;
  this.spawnfile = null;
  this._handle = new Process();
  this._handle[owner_symbol] = this;
  this._handle.onexit = (exitCode, signalCode) => onExit(this, exitCode, signalCode);
}
ObjectSetPrototypeOf(ChildProcess.prototype, EventEmitter.prototype);
ObjectSetPrototypeOf(ChildProcess, EventEmitter);

// A negative code is the error that kept the child from starting.
function onExit(child, exitCode, signalCode) {
  if (signalCode) child.signalCode = signalCode;
  else child.exitCode = exitCode;
  if (child.stdin) child.stdin.destroy();
  child._handle.close();
  child._handle = null;
  if (exitCode < 0) {
    const { spawnfile } = child;
    const error = new ErrnoException(exitCode, spawnfile ? `spawn ${spawnfile}` : 'spawn');
    if (spawnfile) error.path = spawnfile;
    error.spawnargs = ArrayPrototypeSlice(child.spawnargs, 1);
    child.emit('error', error);
  } else {
    child.emit('exit', child.exitCode, child.signalCode);
  }
  // Streams that nobody reads would never end; listeners of 'exit' get the chance to begin.
  process.nextTick(flushStreams, child);
  countClose(child);
}

function flushStreams(child) {
  const { stdio } = child;
  if (stdio === null || stdio === undefined) return;
  for (let i = 0; i < stdio.length; i++) {
    const stream = stdio[i];
    if (stream?.readable && !stream[kIsUsedAsStdio]) stream.resume();
  }
}

function countClose(child) {
  child._closesGot++;
  if (child._closesGot === child._closesNeeded) child.emit('close', child.exitCode, child.signalCode);
}

function announceError(child, status) {
  child._handle.onexit(status);
}

function announceSpawn(child) {
  child.emit('spawn');
}

function flagsOf(options) {
  let flags = 0;
  if (options.detached) flags |= kProcessFlagDetached;
  if (options.windowsHide) flags |= kProcessFlagWindowsHide;
  if (options.windowsVerbatimArguments) flags |= kProcessFlagWindowsVerbatimArguments;
  return flags;
}

// These come as an 'error' event, others as an exception.
function isReportedLater(status) {
  return status === UV_EACCES || status === UV_EAGAIN || status === UV_EMFILE || status === UV_ENFILE ||
    status === UV_ENOENT;
}

/** Starts the child. */
ChildProcess.prototype.spawn = function spawn(options) {
  validateObject(options, 'options');
  const { stdio, ipc, ipcFd } = getValidStdio(options.stdio || 'pipe', false);
  options.stdio = stdio;
  validateOneOf(options.serialization, 'options.serialization', [undefined, 'json', 'advanced']);
  const serialization = options.serialization || 'json';
  if (ipc !== undefined) {
    if (options.envPairs === undefined) options.envPairs = [];
    else validateArray(options.envPairs, 'options.envPairs');
    ArrayPrototypePush(options.envPairs, `NODE_CHANNEL_FD=${ipcFd}`);
    ArrayPrototypePush(options.envPairs, `NODE_CHANNEL_SERIALIZATION_MODE=${serialization}`);
  }
  validateString(options.file, 'options.file');
  this.spawnfile = options.file;
  if (options.args === undefined) {
    this.spawnargs = [];
  } else {
    validateArray(options.args, 'options.args');
    this.spawnargs = options.args;
  }

  const status = this._handle.spawn(options.file, options.args, options.cwd, options.envPairs, stdio,
                                    flagsOf(options), options.uid, options.gid);
  if (status && !isReportedLater(status)) {
    closePipes(stdio);
    this._handle.close();
    this._handle = null;
    throw new ErrnoException(status, 'spawn');
  }
  if (status) {
    process.nextTick(announceError, this, status);
    // No descriptors are left for the streams.
    if (status === UV_EMFILE || status === UV_ENFILE) return status;
  } else {
    process.nextTick(announceSpawn, this);
  }
  this.pid = this._handle.pid;
  connectStreams(this, stdio);
  if (ipc !== undefined) require('internal/child_process/channel').setupChannel(this, ipc, serialization);
  return status;
};

function connectStreams(child, stdio) {
  const hasStarted = child.pid !== 0 && child.pid !== undefined;
  const streams = [];
  for (let i = 0; i < stdio.length; i++) {
    const entry = stdio[i];
    let socket = null;
    if (entry.ipc) {
      child._closesNeeded++;
    } else if (entry.type === 'wrap') {
      letGo(entry);
    } else if (entry.handle) {
      if (!hasStarted) entry.handle.close();
      socket = new Socket({ handle: hasStarted ? entry.handle : null, readable: i > 0 });
      if (i > 0 && hasStarted) {
        child._closesNeeded++;
        socket.on('close', () => countClose(child));
      }
    }
    ArrayPrototypePush(streams, socket);
  }
  child.stdin = streams[0] ?? null;
  child.stdout = streams[1] ?? null;
  child.stderr = streams[2] ?? null;
  child.stdio = streams;
}

// The child reads from it now; two readers would share the bytes between them.
function letGo({ handle, _stdio: stream }) {
  handle.reading = false;
  handle.readStop();
  stream.pause();
  stream.readableFlowing = false;
  stream._readableState.reading = false;
  stream[kIsUsedAsStdio] = true;
}

/**
 * Sends a signal.
 * @param {string | number} [sig]
 * @returns {boolean} whether it was sent
 */
ChildProcess.prototype.kill = function kill(sig) {
  const number = sig === 0 ? 0 : convertToValidSignal(sig === undefined ? 'SIGTERM' : sig);
  if (!this._handle) return false;
  const status = this._handle.kill(number);
  if (status === 0) {
    this.killed = true;
    return true;
  }
  if (status === UV_EINVAL || status === UV_ENOSYS) throw new ErrnoException(status, 'kill');
  // A child that is gone already is no error.
  if (status !== UV_ESRCH) this.emit('error', new ErrnoException(status, 'kill'));
  return false;
};

ChildProcess.prototype[SymbolDispose] = function() {
  if (!this.killed) this.kill();
};

ChildProcess.prototype.ref = function ref() {
  if (this._handle) this._handle.ref();
};

ChildProcess.prototype.unref = function unref() {
  if (this._handle) this._handle.unref();
};

module.exports = { ChildProcess, countClose };
