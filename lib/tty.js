'use strict';

// Terminals (https://nodejs.org/api/tty.html).

const { FunctionPrototypeCall, NumberIsInteger, ObjectAssign, ObjectSetPrototypeOf } = primordials;
const { TTY, UV_TTY_MODE_IO, UV_TTY_MODE_NORMAL, UV_TTY_MODE_RAW_VT, isTTY } = internalBinding('tty_wrap');
const {
  ErrnoException,
  codes: { ERR_INVALID_ARG_VALUE, ERR_INVALID_FD, ERR_TTY_INIT_FAILED },
} = require('internal/errors');
const { getColorDepth, hasColors } = require('internal/tty');
const { Socket } = require('net');

/** Whether `fd` is a terminal. */
function isatty(fd) {
  return NumberIsInteger(fd) && fd >= 0 && fd <= 2147483647 && isTTY(fd);
}

function openTerminal(fd) {
  if (fd >> 0 !== fd || fd < 0) throw new ERR_INVALID_FD(fd);
  const context = {};
  const handle = new TTY(fd, context);
  if (context.code !== undefined) throw new ERR_TTY_INIT_FAILED(context);
  return handle;
}

/** The input of a terminal. */
function ReadStream(fd, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(fd, options);
  const handle = openTerminal(fd);
  FunctionPrototypeCall(Socket, this, { readableHighWaterMark: 0, handle, manualStart: true, ...options });
  this.isRaw = false;
  this.rawMode = false;
  this.isTTY = true;
}
ObjectSetPrototypeOf(ReadStream.prototype, Socket.prototype);
ObjectSetPrototypeOf(ReadStream, Socket);

/**
 * Whether keys arrive one by one, unprocessed: true or 'raw', 'io' (output untouched as well), or false.
 */
ReadStream.prototype.setRawMode = function(mode) {
  if (typeof mode === 'string' && mode !== 'io' && mode !== 'raw') {
    throw new ERR_INVALID_ARG_VALUE('mode', mode, "must be true, false, 'raw', or 'io'");
  }
  let kind = mode;
  if (typeof mode !== 'string') kind = mode ? 'raw' : false;
  let native = UV_TTY_MODE_NORMAL;
  if (kind === 'io') native = UV_TTY_MODE_IO;
  else if (kind === 'raw') native = UV_TTY_MODE_RAW_VT;
  const status = this._handle?.setRawMode(native);
  if (status) {
    this.emit('error', new ErrnoException(status, 'setRawMode'));
    return this;
  }
  this.isRaw = kind !== false;
  this.rawMode = kind;
  return this;
};

/** The output of a terminal. */
function WriteStream(fd) {
  if (!(this instanceof WriteStream)) return new WriteStream(fd);
  const handle = openTerminal(fd);
  FunctionPrototypeCall(Socket, this, { readableHighWaterMark: 0, handle, manualStart: true });
  // What a program prints last must not be lost when it ends at once.
  this._handle.setBlocking(true);
  const size = [0, 0];
  if (!this._handle.getWindowSize(size)) {
    this.columns = size[0];
    this.rows = size[1];
  }
}
ObjectSetPrototypeOf(WriteStream.prototype, Socket.prototype);
ObjectSetPrototypeOf(WriteStream, Socket);

WriteStream.prototype.isTTY = true;
WriteStream.prototype.getColorDepth = getColorDepth;
WriteStream.prototype.hasColors = hasColors;

ObjectAssign(WriteStream.prototype, {
  /** Asks for the size again; 'resize' tells of a change. */
  _refreshSize() {
    const size = [0, 0];
    const status = this._handle.getWindowSize(size);
    if (status) {
      this.emit('error', new ErrnoException(status, 'getWindowSize'));
      return;
    }
    if (size[0] === this.columns && size[1] === this.rows) return;
    this.columns = size[0];
    this.rows = size[1];
    this.emit('resize');
  },

  cursorTo(x, y, callback) {
    return require('internal/readline/callbacks').cursorTo(this, x, y, callback);
  },

  moveCursor(dx, dy, callback) {
    return require('internal/readline/callbacks').moveCursor(this, dx, dy, callback);
  },

  clearLine(direction, callback) {
    return require('internal/readline/callbacks').clearLine(this, direction, callback);
  },

  clearScreenDown(callback) {
    return require('internal/readline/callbacks').clearScreenDown(this, callback);
  },

  getWindowSize() {
    return [this.columns, this.rows];
  },
});

module.exports = { isatty, ReadStream, WriteStream };
