'use strict';

// process.emitWarning and what is printed of a warning (https://nodejs.org/api/process.html#processemitwarningwarning-options).

const {
  ArrayIsArray, Error, ErrorCaptureStackTrace, ErrorPrototypeToString, SafeSet, String, StringPrototypeLastIndexOf, StringPrototypeSlice,
} = primordials;
const { getOptionValue } = require('internal/options');
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { validateString } = require('internal/validators');

let hintGiven = false;
let redirectFd;
let disabled;

/** Prints a warning; the listener of `warning` that lib/ itself adds. */
function onWarning(warning) {
  disabled ??= new SafeSet(getOptionValue('--disable-warning'));
  if ((warning?.code && disabled.has(warning.code)) || (warning?.name && disabled.has(warning.name))) return;
  if (!(warning instanceof Error)) return;
  const isDeprecation = warning.name === 'DeprecationWarning';
  if (isDeprecation && process.noDeprecation) return;
  const trace = process.traceProcessWarnings || (isDeprecation && process.traceDeprecation);
  let text = `(${process.release.name}:${process.pid}) `;
  if (warning.code) text += `[${warning.code}] `;
  if (trace && warning.stack) {
    text += `${warning.stack}`;
  } else {
    text += typeof warning.toString === 'function' ? `${warning.toString()}` : ErrorPrototypeToString(warning);
  }
  if (typeof warning.detail === 'string') text += `\n${warning.detail}`;
  if (!trace && !hintGiven) {
    const flag = isDeprecation ? '--trace-deprecation' : '--trace-warnings';
    const name = StringPrototypeSlice(process.argv0, StringPrototypeLastIndexOf(process.argv0, '/') + 1);
    text += `\n(Use \`${name || 'phasor'} ${flag} ...\` to show where the warning was created)`;
    hintGiven = true;
  }
  write(text);
}

function write(text) {
  const file = getOptionValue('--redirect-warnings');
  if (file) {
    const fs = require('fs');
    try {
      redirectFd ??= fs.openSync(file, 'a');
      fs.writeSync(redirectFd, `${text}\n`);
      return;
    } catch {
      // A file that cannot be written must not lose the warning.
    }
  }
  process._rawDebug(text);
}

/**
 * @param {string | Error} warning
 * @param {string | { type?: string, code?: string, ctor?: Function, detail?: string } | Function} [type]
 * @param {string | Function} [code]
 * @param {Function} [ctor]
 */
function emitWarning(warning, type, code, ctor) {
  let detail;
  if (type !== null && typeof type === 'object' && !ArrayIsArray(type)) {
    ctor = type.ctor;
    code = type.code;
    if (typeof type.detail === 'string') detail = type.detail;
    type = type.type || 'Warning';
  } else if (typeof type === 'function') {
    ctor = type;
    code = undefined;
    type = 'Warning';
  }
  if (type !== undefined) validateString(type, 'type');
  if (typeof code === 'function') {
    ctor = code;
    code = undefined;
  } else if (code !== undefined) {
    validateString(code, 'code');
  }
  if (typeof warning === 'string') {
    warning = createWarning(warning, type, code, ctor, detail);
  } else if (!(warning instanceof Error)) {
    throw new ERR_INVALID_ARG_TYPE('warning', ['Error', 'string'], warning);
  }
  if (warning.name === 'DeprecationWarning') {
    if (process.noDeprecation) return;
    if (process.throwDeprecation) {
      // In a tick, so that where it is emitted makes no difference.
      return process.nextTick(() => { throw warning; });
    }
  }
  process.nextTick(doEmitWarning, warning);
}

function doEmitWarning(warning) {
  process.emit('warning', warning);
}

function createWarning(message, type, code, ctor, detail) {
  const { stackTraceLimit } = Error;
  // A stack that nobody will see costs time.
  const isDeprecation = type === 'DeprecationWarning';
  if (isDeprecation && process.noDeprecation && Error.stackTraceLimit !== undefined) Error.stackTraceLimit = 0;
  const warning = new Error(message);
  Error.stackTraceLimit = stackTraceLimit;
  warning.name = String(type || 'Warning');
  if (code !== undefined) warning.code = code;
  if (detail !== undefined) warning.detail = detail;
  ErrorCaptureStackTrace(warning, ctor || emitWarning);
  return warning;
}

/** Sets up printing as the options say. */
function setupWarnings() {
  if (getOptionValue('--warnings') && process.env.NODE_NO_WARNINGS !== '1') process.on('warning', onWarning);
  if (getOptionValue('--no-deprecation')) process.noDeprecation = true;
  if (getOptionValue('--throw-deprecation')) process.throwDeprecation = true;
  if (getOptionValue('--trace-deprecation')) process.traceDeprecation = true;
  if (getOptionValue('--trace-warnings')) process.traceProcessWarnings = true;
}

module.exports = { emitWarning, onWarning, setupWarnings };
