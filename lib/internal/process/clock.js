'use strict';

// process.hrtime: native code fills a shared array, so that reading the clock makes no garbage but the result.

const { BigInt } = primordials;
const binding = internalBinding('process_methods');
const { codes: { ERR_OUT_OF_RANGE } } = require('internal/errors');
const { validateArray } = require('internal/validators');

const { hrtimeBuffer: values } = binding;

/**
 * @param {[number, number]} [time] an earlier result
 * @returns {[number, number]} seconds and nanoseconds, since `time` if given
 */
function hrtime(time) {
  binding.hrtime();
  const seconds = values[0] * 0x1_0000_0000 + values[1];
  const nanoseconds = values[2];
  if (time === undefined) return [seconds, nanoseconds];
  validateArray(time, 'time');
  if (time.length !== 2) throw new ERR_OUT_OF_RANGE('time', 2, time.length);
  const elapsed = seconds - time[0];
  const rest = nanoseconds - time[1];
  return rest < 0 ? [elapsed - 1, rest + 1e9] : [elapsed, rest];
}

/** Nanoseconds, as a bigint. */
function hrtimeBigInt() {
  binding.hrtimeBigInt();
  return (BigInt(values[1]) << 32n) + BigInt(values[0]);
}

hrtime.bigint = hrtimeBigInt;

module.exports = { hrtime };
