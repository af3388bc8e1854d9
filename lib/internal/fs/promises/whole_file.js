'use strict';

// readFile, writeFile and appendFile of fs.promises.

const { Promise, PromisePrototypeThen, PromiseReject } = primordials;

const { aggregateTwoErrors } = require('internal/errors');
const { stringToFlags } = require('internal/fs/flags');
const { isPieces, readContents, throwIfAborted, writeContents } =
  require('internal/fs/promises/descriptor');
const { FileHandle } = require('internal/fs/promises/file_handle');
const { traced } = require('internal/fs/promises/request');
const { CHUNK, convert, isUtf8, readFileOptions } = require('internal/fs/read_file');
const { getValidatedPath } = require('internal/fs/validation');
const { appendFileOptions, bytesOf, writeFileOptions } = require('internal/fs/write_file');
const { parseFileMode, validateAbortSignal } = require('internal/validators');

const binding = internalBinding('fs');
const { kUsePromises } = binding;

const DEFAULT_MODE = 0o666;

/**
 * Opens a file.
 * @returns {Promise<FileHandle>}
 */
async function open(path, flags, mode) {
  path = getValidatedPath(path);
  const flagsNumber = stringToFlags(flags);
  mode = parseFileMode(mode, 'mode', DEFAULT_MODE);
  return new FileHandle(await traced(binding.open(path, flagsNumber, mode, kUsePromises)), path);
}

/** Closes the handle when the operation has ended either way, with the error of both if both fail. */
function thenClose(operation, handle) {
  return PromisePrototypeThen(
    operation,
    (result) => PromisePrototypeThen(handle.close(), () => result),
    (error) => PromisePrototypeThen(
      handle.close(),
      () => PromiseReject(error),
      (closeError) => PromiseReject(aggregateTwoErrors(closeError, error))));
}

async function readFile(path, options) {
  if (path instanceof FileHandle) return path.readFile(options);
  options = readFileOptions(options);
  const { encoding, signal } = options;
  throwIfAborted(signal);
  if (options.buffer !== undefined) {
    const handle = await open(path, options.flag || 'r', DEFAULT_MODE);
    return thenClose(readContents(handle.fd, options), handle);
  }
  path = getValidatedPath(path);
  const flags = stringToFlags(options.flag || 'r');
  const opened = await traced(new Promise((resolve, reject) => {
    binding.readFile(path, flags, isUtf8(encoding), (error, data, fd, size) => {
      if (error) reject(error);
      else resolve({ __proto__: null, data, fd, size });
    });
  }));
  if (opened.data === undefined) {
    const handle = new FileHandle(opened.fd, path);
    return thenClose(readContents(handle.fd, options, opened.size), handle);
  }
  // An abort during the read still wins.
  throwIfAborted(signal);
  return convert(opened.data, encoding);
}

async function writeFile(path, data, options) {
  options = writeFileOptions(options);
  const { encoding, flag, flush, signal } = options;
  const pieces = isPieces(data);
  const isHandle = path instanceof FileHandle;
  if (!pieces) data = bytesOf(data, encoding, !isHandle && !flush);
  if (signal !== undefined) validateAbortSignal(signal);
  if (isHandle) return path.writeFile(data, options);
  throwIfAborted(signal);
  if (!flush && !pieces && (data.byteLength ?? data.length) <= CHUNK) {
    path = getValidatedPath(path);
    const mode = parseFileMode(options.mode, 'mode', DEFAULT_MODE);
    const flags = stringToFlags(flag || 'w', 'options.flag');
    await traced(binding.writeFile(path, data, flags, mode, kUsePromises));
    // An abort during the write still wins.
    throwIfAborted(signal);
    return;
  }
  if (!pieces) data = bytesOf(data, encoding, false);
  const handle = await open(path, flag || 'w', options.mode);
  let written = writeContents(handle.fd, data, options);
  if (flush) written = PromisePrototypeThen(written, () => handle.sync());
  return thenClose(written, handle);
}

async function appendFile(path, data, options) {
  return writeFile(path, data, appendFileOptions(path, options));
}

module.exports = { appendFile, open, readFile, thenClose, writeFile };
