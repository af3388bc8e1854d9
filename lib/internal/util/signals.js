'use strict';

// Names and numbers of signals.

const { ObjectKeys, StringPrototypeToUpperCase } = primordials;
const { codes: { ERR_UNKNOWN_SIGNAL } } = require('internal/errors');
const { validateOneOf } = require('internal/validators');

let namesByNumber;

/** Names by number, the later one where two share a number. */
function getSignalsToNamesMapping() {
  if (namesByNumber === undefined) {
    const { signals } = internalBinding('constants').os;
    namesByNumber = { __proto__: null };
    for (const name in signals) namesByNumber[signals[name]] = name;
  }
  return namesByNumber;
}

/**
 * The number of a signal given by name or number.
 * @param {string | number} signal
 * @returns {number}
 */
function convertToValidSignal(signal) {
  if (typeof signal === 'number' && getSignalsToNamesMapping()[signal]) return signal;
  if (typeof signal === 'string') {
    const number = internalBinding('constants').os.signals[StringPrototypeToUpperCase(signal)];
    if (number) return number;
  }
  throw new ERR_UNKNOWN_SIGNAL(signal);
}

/** The exit code by which shells tell that a signal ended a process. */
function convertProcessSignalToExitCode(signal) {
  const { signals } = internalBinding('constants').os;
  validateOneOf(signal, 'signalCode', ObjectKeys(signals));
  return 128 + signals[signal];
}

module.exports = { convertProcessSignalToExitCode, convertToValidSignal, getSignalsToNamesMapping };
