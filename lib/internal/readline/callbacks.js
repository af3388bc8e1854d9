'use strict';

// Moving the cursor of a terminal and clearing parts of it (https://nodejs.org/api/readline.html#readlinecursortostream-x-y-callback).

const { NumberIsNaN } = primordials;
const { codes: { ERR_INVALID_ARG_VALUE, ERR_INVALID_CURSOR_POS } } = require('internal/errors');
const {
  CSI, kClearLine, kClearScreenDown, kClearToLineBeginning, kClearToLineEnd,
} = require('internal/readline/csi');
const { validateFunction } = require('internal/validators');

// Writes `data`, if there is any and a stream to write it to.
function send(stream, data, callback) {
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (stream !== null && stream !== undefined && data !== '') return stream.write(data, callback);
  if (typeof callback === 'function') process.nextTick(callback, null);
  return true;
}

/** Moves the cursor to a column, or to a column and row; both count from 0. */
function cursorTo(stream, x, y, callback) {
  if (typeof y === 'function') {
    callback = y;
    y = undefined;
  }
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (NumberIsNaN(x)) throw new ERR_INVALID_ARG_VALUE('x', x);
  if (NumberIsNaN(y)) throw new ERR_INVALID_ARG_VALUE('y', y);
  const isMissing = stream === null || stream === undefined;
  if (isMissing || (typeof x !== 'number' && typeof y !== 'number')) return send(undefined, '', callback);
  if (typeof x !== 'number') throw new ERR_INVALID_CURSOR_POS();
  return send(stream, typeof y !== 'number' ? CSI`${x + 1}G` : CSI`${y + 1};${x + 1}H`, callback);
}

function along(distance, forward, backward) {
  if (distance < 0) return CSI`${-distance}${backward}`;
  return distance > 0 ? CSI`${distance}${forward}` : '';
}

/** Moves the cursor relative to where it is. */
function moveCursor(stream, dx, dy, callback) {
  return send(stream, along(dx, 'C', 'D') + along(dy, 'B', 'A'), callback);
}

/** Clears the line: to the left of the cursor (-1), to the right (1), or all of it (0). */
function clearLine(stream, direction, callback) {
  let data = kClearLine;
  if (direction < 0) data = kClearToLineBeginning;
  else if (direction > 0) data = kClearToLineEnd;
  return send(stream, data, callback);
}

/** Clears everything from the cursor on. */
function clearScreenDown(stream, callback) {
  return send(stream, kClearScreenDown, callback);
}

module.exports = { clearLine, clearScreenDown, cursorTo, moveCursor };
