'use strict';

// How the process ends: exit codes, process.exit, and what native code calls when the loop is empty.

const { Number, NumberIsNaN, ObjectDefineProperty } = primordials;
const { exitInfo, reallyExit } = internalBinding('process_methods');
const { exitCodes: { kNoFailure, kUnsettledTopLevelAwait } } = internalBinding('errors');
const { validateInteger } = require('internal/validators');

// Slots of exitInfo, which native code reads too.
const kExiting = 0;
const kExitCode = 1;
const kHasExitCode = 2;

/** Adds what concerns the end to `target`, the process object. */
function addExit(target) {
  ObjectDefineProperty(target, '_exiting', {
    __proto__: null,
    get() {
      return exitInfo[kExiting] === 1;
    },
    set(value) {
      exitInfo[kExiting] = value ? 1 : 0;
    },
    enumerable: true,
    configurable: true,
  });
  ObjectDefineProperty(target, 'exitCode', {
    __proto__: null,
    get() {
      return exitInfo[kHasExitCode] ? exitInfo[kExitCode] : undefined;
    },
    set(code) {
      if (code === null || code === undefined) {
        exitInfo[kHasExitCode] = 0;
        return;
      }
      let value = code;
      if (typeof code === 'string' && code !== '') {
        value = Number(code);
        if (NumberIsNaN(value)) value = code;
      }
      validateInteger(value, 'code');
      exitInfo[kExitCode] = value;
      exitInfo[kHasExitCode] = 1;
    },
    enumerable: true,
    configurable: false,
  });
  target.reallyExit = reallyExit;
  target.exit = exit;
}

/**
 * Ends the process, or the thread in a worker.
 * @param {number | string | null} [code] without one, process.exitCode counts
 */
function exit(code) {
  if (arguments.length !== 0) process.exitCode = code;
  if (!process._exiting) {
    process._exiting = true;
    process.emit('exit', process.exitCode || kNoFailure);
  }
  process.reallyExit(process.exitCode || kNoFailure);
}

/** The loop is empty; a listener may give it more to do. */
function emitBeforeExit() {
  process.emit('beforeExit', process.exitCode || kNoFailure);
}

/** The loop is empty for good. */
function emitExit() {
  const unsettled = require('internal/modules/run_main').getUnsettledEntryPoint();
  // A code that says success does not count.
  if (unsettled !== undefined && !process.exitCode) process.exitCode = kUnsettledTopLevelAwait;
  if (!process._exiting) {
    process._exiting = true;
    process.emit('exit', process.exitCode || kNoFailure);
  }
  if (unsettled === undefined || process.exitCode !== kUnsettledTopLevelAwait) return;
  for (let i = 0; i < unsettled.frames.length; i++) {
    process._rawDebug(`Warning: Detected unsettled top-level await at ${unsettled.frames[i]}\n\n`);
  }
}

module.exports = { addExit, emitBeforeExit, emitExit };
