'use strict';

// Whether sockets try the addresses of both families, and how long each
// (https://nodejs.org/api/net.html#netsetdefaultautoselectfamilyvalue).

const { MathMax } = primordials;
const { getOptionValue } = require('internal/options');
const { validateBoolean, validateInt32 } = require('internal/validators');

/** No attempt has less, in milliseconds. */
const SHORTEST = 10;

/** What programs have set. */
let isAutomatic;
let attemptTimeout = 250;

function getDefaultAutoSelectFamily() {
  return isAutomatic ?? getOptionValue('--network-family-autoselection');
}

function setDefaultAutoSelectFamily(value) {
  validateBoolean(value, 'value');
  isAutomatic = value;
}

function getDefaultAutoSelectFamilyAttemptTimeout() {
  return attemptTimeout;
}

function setDefaultAutoSelectFamilyAttemptTimeout(value) {
  validateInt32(value, 'value', 1);
  attemptTimeout = MathMax(value, SHORTEST);
}

/** options.autoSelectFamily, checked. */
function isFamilyAutomatic({ autoSelectFamily }) {
  if (autoSelectFamily == null) return getDefaultAutoSelectFamily();
  validateBoolean(autoSelectFamily, 'options.autoSelectFamily');
  return autoSelectFamily;
}

/** options.autoSelectFamilyAttemptTimeout, checked. */
function attemptTimeoutOf({ autoSelectFamilyAttemptTimeout }) {
  if (autoSelectFamilyAttemptTimeout == null) return attemptTimeout;
  validateInt32(autoSelectFamilyAttemptTimeout, 'options.autoSelectFamilyAttemptTimeout', 1);
  return MathMax(autoSelectFamilyAttemptTimeout, SHORTEST);
}

module.exports = {
  attemptTimeoutOf,
  getDefaultAutoSelectFamily,
  getDefaultAutoSelectFamilyAttemptTimeout,
  isFamilyAutomatic,
  setDefaultAutoSelectFamily,
  setDefaultAutoSelectFamilyAttemptTimeout,
};
