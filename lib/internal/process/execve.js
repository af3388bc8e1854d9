'use strict';

// process.execve: another program takes the place of this one
// (https://nodejs.org/api/process.html#processexecvefile-args-env).

const { ArrayPrototypePush, ObjectKeys, StringPrototypeIncludes } = primordials;
const { execve: nativeExecve } = internalBinding('process_methods');
const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { emitExperimentalWarning } = require('internal/util');
const { validateArray, validateObject, validateString } = require('internal/validators');

function isUsable(text) {
  return typeof text === 'string' && !StringPrototypeIncludes(text, '\u0000');
}

function execve(execPath, args = [], env = process.env) {
  emitExperimentalWarning('process.execve');
  validateString(execPath, 'execPath');
  validateArray(args, 'args');
  for (let i = 0; i < args.length; i++) {
    if (!isUsable(args[i])) {
      throw new ERR_INVALID_ARG_VALUE(`args[${i}]`, args[i], 'must be a string without null bytes');
    }
  }
  validateObject(env, 'env');
  const pairs = [];
  const names = ObjectKeys(env);
  for (let i = 0; i < names.length; i++) {
    if (!isUsable(names[i]) || !isUsable(env[names[i]])) {
      throw new ERR_INVALID_ARG_VALUE(
        'env', env, 'must be an object with string keys and values without null bytes');
    }
    ArrayPrototypePush(pairs, `${names[i]}=${env[names[i]]}`);
  }
  nativeExecve(execPath, args, pairs);
}

module.exports = { execve };
