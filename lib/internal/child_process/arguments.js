'use strict';

// Brings the arguments of spawn, exec and their kin into one form, and checks them.

const {
  ArrayIsArray,
  ArrayPrototypeJoin,
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ArrayPrototypeUnshift,
  SafeSet,
  StringPrototypeIncludes,
} = primordials;
const { codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { getValidatedPath } = require('internal/fs/validation');
const { convertToValidSignal, deprecate, kEmptyObject } = require('internal/util');
const {
  validateBoolean,
  validateFunction,
  validateInt32,
  validateInteger,
  validateNumber,
  validateObject,
  validateString,
} = require('internal/validators');

const noop = () => {};
const warnOfArgumentsWithShell = deprecate(noop,
  'Passing args to a child process with shell option true can lead to security ' +
  'vulnerabilities, as the arguments are not escaped, only concatenated.', 'DEP0190');

// Native strings end at the first null.
function rejectNull(text, name) {
  if (typeof text === 'string' && StringPrototypeIncludes(text, '\u0000')) {
    throw new ERR_INVALID_ARG_VALUE(name, text, 'must be a string without null bytes');
  }
}

function rejectNulls(list, name) {
  for (let i = 0; i < list.length; i++) rejectNull(list[i], `${name}[${i}]`);
}

function validateTimeout(timeout) {
  if (timeout !== null && timeout !== undefined) validateInteger(timeout, 'timeout', 0);
}

function validateMaxBuffer(maxBuffer) {
  if (maxBuffer !== null && maxBuffer !== undefined) validateNumber(maxBuffer, 'options.maxBuffer', 0);
}

/** The number of `killSignal`; undefined if there is none. */
function signalNumber(killSignal) {
  if (typeof killSignal === 'string' || typeof killSignal === 'number') return convertToValidSignal(killSignal);
  if (killSignal === null || killSignal === undefined) return undefined;
  throw new ERR_INVALID_ARG_TYPE('options.killSignal', ['string', 'number'], killSignal);
}

function validateOptional(options, name, validate) {
  const value = options[name];
  if (value !== null && value !== undefined) validate(value, `options.${name}`);
}

function validateSpawnOptions(options) {
  validateOptional(options, 'detached', validateBoolean);
  validateOptional(options, 'uid', validateInt32);
  validateOptional(options, 'gid', validateInt32);
  const { shell } = options;
  if (shell !== null && shell !== undefined && typeof shell !== 'boolean' && typeof shell !== 'string') {
    throw new ERR_INVALID_ARG_TYPE('options.shell', ['boolean', 'string'], shell);
  }
  validateOptional(options, 'argv0', validateString);
  rejectNull(options.argv0, 'options.argv0');
  rejectNull(shell, 'options.shell');
  validateOptional(options, 'windowsHide', validateBoolean);
  validateOptional(options, 'windowsVerbatimArguments', validateBoolean);
}

// NAME=value for the child. Inherited variables count, and of a name that comes twice the first.
function environmentPairs(env) {
  const pairs = [];
  const seen = new SafeSet();
  for (const name in env) {
    const value = env[name];
    if (value === undefined || seen.has(name)) continue;
    seen.add(name);
    rejectNull(name, `options.env['${name}']`);
    rejectNull(value, `options.env['${name}']`);
    ArrayPrototypePush(pairs, `${name}=${value}`);
  }
  return pairs;
}

/** For spawn and spawnSync: what native code needs, and the options. */
function normalizeSpawnArguments(file, args, options) {
  validateString(file, 'file');
  rejectNull(file, 'file');
  if (file.length === 0) throw new ERR_INVALID_ARG_VALUE('file', file, 'cannot be empty');
  if (ArrayIsArray(args)) {
    args = ArrayPrototypeSlice(args);
  } else if (args === null || args === undefined) {
    args = [];
  } else if (typeof args !== 'object') {
    throw new ERR_INVALID_ARG_TYPE('args', 'object', args);
  } else {
    options = args;
    args = [];
  }
  rejectNulls(args, 'args');
  if (options === undefined) options = kEmptyObject;
  else validateObject(options, 'options');

  options = { __proto__: null, ...options };
  let { cwd } = options;
  if (cwd !== null && cwd !== undefined) cwd = getValidatedPath(cwd, 'options.cwd');
  validateSpawnOptions(options);

  if (options.shell) {
    if (args.length > 0) warnOfArgumentsWithShell();
    const command = args.length > 0 ? `${file} ${ArrayPrototypeJoin(args, ' ')}` : file;
    file = typeof options.shell === 'string' ? options.shell : '/bin/sh';
    args = ['-c', command];
  }
  ArrayPrototypeUnshift(args, typeof options.argv0 === 'string' ? options.argv0 : file);

  return {
    __proto__: null,
    ...options,
    args,
    cwd,
    detached: !!options.detached,
    envPairs: environmentPairs(options.env || process.env),
    file,
    windowsHide: !!options.windowsHide,
    windowsVerbatimArguments: !!options.windowsVerbatimArguments,
  };
}

/** For exec and execSync: the whole command goes to a shell. */
function normalizeExecArgs(command, options, callback) {
  validateString(command, 'command');
  rejectNull(command, 'command');
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  options = { __proto__: null, ...options };
  options.shell = typeof options.shell === 'string' ? options.shell : true;
  return { file: command, options, callback };
}

/** For execFile and execFileSync, whose middle arguments may be left out. */
function normalizeExecFileArgs(file, args, options, callback) {
  if (ArrayIsArray(args)) {
    args = ArrayPrototypeSlice(args);
  } else if (args !== null && typeof args === 'object') {
    callback = options;
    options = args;
    args = null;
  } else if (typeof args === 'function') {
    callback = args;
    options = null;
    args = null;
  }
  args ??= [];
  if (typeof args !== 'object') throw new ERR_INVALID_ARG_TYPE('args', 'object', args);
  if (typeof options === 'function') callback = options;
  else if (options !== null && options !== undefined) validateObject(options, 'options');
  if (typeof options !== 'object' || options === null) options = kEmptyObject;
  if (callback !== null && callback !== undefined) validateFunction(callback, 'callback');
  validateOptional(options, 'argv0', validateString);
  rejectNull(options.argv0, 'options.argv0');
  return { file, args, options, callback };
}

module.exports = {
  normalizeExecArgs,
  normalizeExecFileArgs,
  normalizeSpawnArguments,
  rejectNull,
  rejectNulls,
  signalNumber,
  validateMaxBuffer,
  validateTimeout,
};
