'use strict';

// spawn (https://nodejs.org/api/child_process.html#child_processspawncommand-args-options).

const { SymbolDispose } = primordials;
const { normalizeSpawnArguments, signalNumber, validateTimeout } = require('internal/child_process/arguments');
const { ChildProcess } = require('internal/child_process/child');
const { AbortError } = require('internal/errors');
const { validateAbortSignal } = require('internal/validators');
const { clearTimeout, setTimeout } = require('timers');

function killOrReport(child, killSignal) {
  try {
    return child.kill(killSignal);
  } catch (error) {
    child.emit('error', error);
    return false;
  }
}

function limitTime(child, milliseconds, killSignal) {
  const timer = setTimeout(killOrReport, milliseconds, child, killSignal);
  child.once('close', () => clearTimeout(timer));
}

function abortWith(child, signal, killSignal) {
  const abort = () => {
    if (killOrReport(child, killSignal)) child.emit('error', new AbortError(undefined, { cause: signal.reason }));
  };
  if (signal.aborted) {
    process.nextTick(abort);
    return;
  }
  const { addAbortListener } = require('internal/events/abort_listener');
  const registration = addAbortListener(signal, abort);
  child.once('exit', registration[SymbolDispose]);
}

/**
 * Starts a program.
 * @param {string} file
 * @param {string[]} [args]
 * @param {object} [options]
 * @returns {ChildProcess}
 */
function spawn(file, args, options) {
  const settings = normalizeSpawnArguments(file, args, options);
  validateTimeout(settings.timeout);
  validateAbortSignal(settings.signal, 'options.signal');
  const killSignal = signalNumber(settings.killSignal);
  const child = new ChildProcess();
  child.spawn(settings);
  if (settings.timeout > 0) limitTime(child, settings.timeout, killSignal);
  if (settings.signal) abortWith(child, settings.signal, killSignal);
  return child;
}

module.exports = { spawn };
