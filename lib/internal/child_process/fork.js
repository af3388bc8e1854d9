'use strict';

// fork: a child that runs a module in this runtime, with a channel for messages
// (https://nodejs.org/api/child_process.html#child_processforkmodulepath-args-options).

const {
  ArrayIsArray,
  ArrayPrototypeIncludes,
  ArrayPrototypeLastIndexOf,
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ArrayPrototypeSplice,
} = primordials;
const { rejectNull, rejectNulls } = require('internal/child_process/arguments');
const { stdioStringToArray } = require('internal/child_process/stdio');
const { spawn } = require('internal/child_process/spawn');
const { codes: { ERR_CHILD_PROCESS_IPC_REQUIRED } } = require('internal/errors');
const { getValidatedPath } = require('internal/fs/validation');
const { validateArray, validateObject } = require('internal/validators');

// Without -e and its text: the child runs a module instead.
function inheritedArguments() {
  const { execArgv, _eval: text } = process;
  if (text === null || text === undefined) return execArgv;
  const place = ArrayPrototypeLastIndexOf(execArgv, text);
  if (place <= 0) return execArgv;
  const rest = ArrayPrototypeSlice(execArgv);
  ArrayPrototypeSplice(rest, place - 1, 2);
  return rest;
}

function stdioOf({ silent, stdio }) {
  if (typeof stdio === 'string') return stdioStringToArray(stdio, 'ipc');
  if (!ArrayIsArray(stdio)) return stdioStringToArray(silent ? 'pipe' : 'inherit', 'ipc');
  if (!ArrayPrototypeIncludes(stdio, 'ipc')) throw new ERR_CHILD_PROCESS_IPC_REQUIRED('options.stdio');
  return stdio;
}

/** fork(modulePath[, args][, options]) */
function fork(modulePath, args = [], options) {
  modulePath = getValidatedPath(modulePath, 'modulePath');
  if (args === null) {
    args = [];
  } else if (typeof args === 'object' && !ArrayIsArray(args)) {
    options = args;
    args = [];
  } else {
    validateArray(args, 'args');
  }
  if (options !== null && options !== undefined) validateObject(options, 'options');
  const settings = { __proto__: null, ...options, shell: false };
  settings.execPath ||= process.execPath;
  rejectNull(settings.execPath, 'options.execPath');
  const execArgv = settings.execArgv || inheritedArguments();
  rejectNulls(execArgv, 'options.execArgv');
  const words = ArrayPrototypeSlice(execArgv);
  ArrayPrototypePush(words, modulePath);
  for (let i = 0; i < args.length; i++) ArrayPrototypePush(words, args[i]);
  settings.stdio = stdioOf(settings);
  return spawn(settings.execPath, words, settings);
}

module.exports = { fork };
