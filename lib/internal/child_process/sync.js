'use strict';

// spawnSync and its kin: nothing else happens until the child is over.

const {
  ArrayPrototypeJoin,
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ObjectAssign,
} = primordials;
const { Buffer } = require('buffer');
const {
  normalizeExecArgs,
  normalizeExecFileArgs,
  normalizeSpawnArguments,
  signalNumber,
  validateMaxBuffer,
  validateTimeout,
} = require('internal/child_process/arguments');
const { MAX_BUFFER } = require('internal/child_process/exec');
const { getValidStdio } = require('internal/child_process/stdio');
const {
  ErrnoException,
  codes: { ERR_INVALID_ARG_TYPE },
  genericNodeError,
} = require('internal/errors');
const { FastBuffer } = require('internal/buffer');
const { isArrayBufferView } = require('internal/util/types');

function inputBytes(input, place, encoding) {
  if (isArrayBufferView(input)) return input;
  if (typeof input === 'string') return Buffer.from(input, encoding);
  throw new ERR_INVALID_ARG_TYPE(`options.stdio[${place}]`, ['Buffer', 'TypedArray', 'DataView', 'string'], input);
}

/**
 * Runs a program to its end.
 * @returns {{ pid: number, output: Array, stdout, stderr, status: number | null, signal: string | null, error?: Error }}
 */
function spawnSync(file, args, options) {
  const settings = { __proto__: null, maxBuffer: MAX_BUFFER, ...normalizeSpawnArguments(file, args, options) };
  validateTimeout(settings.timeout);
  validateMaxBuffer(settings.maxBuffer);
  settings.killSignal = signalNumber(settings.killSignal);
  settings.stdio = getValidStdio(settings.stdio || 'pipe', true).stdio;
  if (settings.input) settings.stdio[0] = { ...settings.stdio[0], input: settings.input };
  for (let i = 0; i < settings.stdio.length; i++) {
    const input = settings.stdio[i]?.input;
    if (input === null || input === undefined) continue;
    settings.stdio[i] = { ...settings.stdio[i], input: inputBytes(input, i, settings.encoding) };
  }
  const result = internalBinding('spawn_sync').spawn(settings);
  if (result.output) decodeOutput(result.output, settings.encoding);
  result.stdout = result.output?.[1];
  result.stderr = result.output?.[2];
  if (result.error) {
    result.error = new ErrnoException(result.error, `spawnSync ${settings.file}`);
    result.error.path = settings.file;
    result.error.spawnargs = ArrayPrototypeSlice(settings.args, 1);
  }
  return result;
}

function decodeOutput(output, encoding) {
  const asText = encoding && encoding !== 'buffer';
  for (let i = 0; i < output.length; i++) {
    if (!output[i]) continue;
    const bytes = new FastBuffer(output[i].buffer, output[i].byteOffset, output[i].byteLength);
    output[i] = asText ? bytes.toString(encoding) : bytes;
  }
}

// The error that the result calls for, with the result's properties.
function failure(result, command) {
  if (result.error) return ObjectAssign(result.error, result);
  if (result.status === 0) return undefined;
  let message = `Command failed: ${command}`;
  if (result.stderr && result.stderr.length > 0) message += `\n${result.stderr.toString()}`;
  return genericNodeError(message, result);
}

function outputOf(result, command, passErrors) {
  if (passErrors && result.stderr) process.stderr.write(result.stderr);
  const error = failure(result, command);
  if (error !== undefined) throw error;
  return result.stdout;
}

/** Runs a program and gives what it printed. */
function execFileSync(file, args, options) {
  ({ file, args, options } = normalizeExecFileArgs(file, args, options));
  const result = spawnSync(file, args, options);
  const words = [options.argv0 || file];
  for (let i = 0; i < args.length; i++) ArrayPrototypePush(words, args[i]);
  return outputOf(result, ArrayPrototypeJoin(words, ' '), !options.stdio);
}

/** Runs a shell command and gives what it printed. */
function execSync(command, options) {
  const normal = normalizeExecArgs(command, options, null);
  return outputOf(spawnSync(normal.file, normal.options), command, !normal.options.stdio);
}

module.exports = { execFileSync, execSync, spawnSync };
