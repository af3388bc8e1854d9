'use strict';

// `console.time` and its like.

const {
  MathFloor,
  Number,
  NumberPrototypeToFixed,
  StringPrototypePadStart,
  StringPrototypeSplit,
} = primordials;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

function pad(value) {
  return StringPrototypePadStart(`${value}`, 2, '0');
}

/** `1:02:03.004 (h:mm:ss.mmm)`, `2:03.004 (m:ss.mmm)`, `3.004s` or `4.5ms`. */
function formatTime(ms) {
  if (ms < second) return `${Number(NumberPrototypeToFixed(ms, 3))}ms`;
  if (ms < minute) return `${NumberPrototypeToFixed(ms / second, 3)}s`;
  const hours = MathFloor(ms / hour);
  const minutes = MathFloor((ms % hour) / minute);
  const { 0: seconds, 1: rest } = StringPrototypeSplit(NumberPrototypeToFixed((ms % minute) / second, 3), '.', 2);
  return hours > 0 ?
    `${hours}:${pad(minutes)}:${pad(seconds)}.${rest} (h:mm:ss.mmm)` :
    `${minutes}:${pad(seconds)}.${rest} (m:ss.mmm)`;
}

/**
 * Notes the time under a label.
 * @param {Map<string, [number, number]>} times
 * @param {string} label
 */
function start(times, label) {
  if (times.has(label)) {
    process.emitWarning(`Label '${label}' already exists for console.time()`);
    return;
  }
  times.set(label, process.hrtime());
}

/**
 * The time since start().
 * @param {Map<string, [number, number]>} times
 * @param {string} label
 * @param {string} method for the warning that there is no such label
 * @returns {string | undefined}
 */
function elapsed(times, label, method) {
  const since = times.get(label);
  if (since === undefined) {
    process.emitWarning(`No such label '${label}' for ${method}`);
    return undefined;
  }
  const duration = process.hrtime(since);
  return formatTime(duration[0] * 1e3 + duration[1] / 1e6);
}

module.exports = { elapsed, formatTime, start };
