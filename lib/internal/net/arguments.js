'use strict';

// The many forms in which net's functions take their arguments.

const { ArrayIsArray, Number } = primordials;
const { normalizedArgsSymbol } = require('internal/net');

/** A number that is not negative, or false. */
function toNumber(value) {
  const number = Number(value);
  return number >= 0 ? number : false;
}

/** Whether it is the name of a pipe, rather than a port written as text. */
function isPipeName(value) {
  return typeof value === 'string' && toNumber(value) === false;
}

/**
 * Brings `(port[, host][, callback])`, `(path[, callback])` and `(options[, callback])` into the form [options, callback].
 * @param {Array} args
 * @returns {[object, Function | null]}
 */
function normalizeArgs(args) {
  let normalized;
  if (args.length === 0) {
    normalized = [{}, null];
  } else if (ArrayIsArray(args[0]) && args[0][normalizedArgsSymbol]) {
    return args[0];
  } else {
    const first = args[0];
    let options = {};
    if (typeof first === 'object' && first !== null) options = first;
    else if (isPipeName(first)) options.path = first;
    else options.port = first;
    if (args.length > 1 && typeof args[1] === 'string' && typeof first !== 'object') options.host = args[1];
    const last = args[args.length - 1];
    normalized = [options, typeof last === 'function' ? last : null];
  }
  normalized[normalizedArgsSymbol] = true;
  return normalized;
}

/** How many connections may wait, from the arguments of listen(). */
function backlogOf(options, args) {
  return options.backlog ||
    (args.length > 1 && toNumber(args[1])) ||
    (args.length > 2 && toNumber(args[2])) || 0;
}

module.exports = { backlogOf, isPipeName, normalizeArgs };
