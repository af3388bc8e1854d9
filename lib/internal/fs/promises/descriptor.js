'use strict';

// What a FileHandle does with its descriptor. The functions' names are the `syscall` of "file closed".

const {
  MathMax, MathMin, Promise, PromiseWithResolvers, SafePromiseRace, SymbolAsyncIterator,
  SymbolIterator, Uint8Array,
} = primordials;

const { Buffer } = require('buffer');
const { addAbortListener } = require('internal/events/abort_listener');
const { CHUNK, Contents, readFileOptions } = require('internal/fs/read_file');
const { latestIs, latestSize } = require('internal/fs/stats');
const {
  abortErrorOf, toUnixTimestamp, validateBufferArray, validateOwner, validateStringAfterArrayBufferView,
} = require('internal/fs/validation');
const { statsPromise, traced } = require('internal/fs/promises/request');
const { DEFAULT_SIZE, checkRead } = require('internal/fs/read');
const { isUtf8, partToWrite } = require('internal/fs/write');
const { bytesOf, writeFileOptions } = require('internal/fs/write_file');
const { kEmptyObject } = require('internal/util');
const { isArrayBufferView } = require('internal/util/types');
const {
  kValidateObjectAllowNullable, parseFileMode, validateAbortSignal, validateBuffer, validateEncoding, validateInteger,
  validateObject,
} = require('internal/validators');

const binding = internalBinding('fs');
const { kUsePromises } = binding;
const { S_IFREG } = internalBinding('constants').fs;

function throwIfAborted(signal) {
  if (signal?.aborted) throw abortErrorOf(signal);
}

/** `promise`, unless the signal comes first. */
async function orAborted(promise, signal) {
  if (!signal) return promise;
  const { promise: aborted, reject } = PromiseWithResolvers();
  const listener = addAbortListener(signal, () => reject(abortErrorOf(signal)));
  try {
    return await SafePromiseRace([promise, aborted]);
  } finally {
    listener.dispose?.();
  }
}

async function read(fd, buffer, offset, length, position) {
  let options;
  if (!isArrayBufferView(buffer)) {
    if (buffer !== undefined) validateObject(buffer, 'options', kValidateObjectAllowNullable);
    options = buffer ?? kEmptyObject;
    ({ buffer = Buffer.alloc(DEFAULT_SIZE) } = options);
    validateBuffer(buffer);
  } else if (offset !== null && typeof offset === 'object') {
    options = offset;
  }
  if (options !== undefined) ({ offset = 0, length = buffer.byteLength - offset, position = null } = options);
  if (offset == null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  length ??= buffer.byteLength - offset;
  length |= 0;
  position = checkRead(buffer, offset, length, position);
  const bytesRead = length === 0 ? 0 : await traced(binding.read(fd, buffer, offset, length, position, kUsePromises));
  return { __proto__: null, bytesRead, buffer };
}

async function readv(fd, buffers, position) {
  validateBufferArray(buffers);
  if (typeof position !== 'number') position = null;
  const bytesRead = await traced(binding.readBuffers(fd, buffers, position, kUsePromises));
  return { __proto__: null, bytesRead, buffers };
}

async function write(fd, buffer, offset, length, position) {
  if (buffer?.byteLength === 0) return { __proto__: null, bytesWritten: 0, buffer };
  let bytesWritten;
  if (isArrayBufferView(buffer)) {
    const part = partToWrite(buffer, offset, length, position);
    bytesWritten = await traced(
      binding.writeBuffer(fd, buffer, part.offset, part.length, part.position, kUsePromises));
  } else {
    validateStringAfterArrayBufferView(buffer, 'buffer');
    validateEncoding(buffer, length);
    if (isUtf8(length)) {
      bytesWritten = await traced(binding.writeString(fd, buffer, offset, kUsePromises));
    } else {
      const bytes = Buffer.from(buffer, length);
      bytesWritten = await traced(binding.writeBuffer(fd, bytes, 0, bytes.length, offset, kUsePromises));
    }
  }
  return { __proto__: null, bytesWritten, buffer };
}

async function writev(fd, buffers, position) {
  validateBufferArray(buffers);
  if (typeof position !== 'number') position = null;
  const bytesWritten = buffers.length === 0 ?
    0 : await traced(binding.writeBuffers(fd, buffers, position, kUsePromises));
  return { __proto__: null, bytesWritten, buffers };
}

/** Reads an open file to its end; `size` if it is known already. */
async function readContents(fd, options, size) {
  const { signal } = options;
  throwIfAborted(signal);
  if (size === undefined) {
    size = await traced(new Promise((resolve, reject) => {
      binding.fstat(fd, false, (error) => {
        if (error) reject(error);
        else resolve(latestIs(S_IFREG) ? latestSize() : 0);
      });
    }));
  }
  const contents = new Contents(options, size);
  let bytesRead;
  do {
    throwIfAborted(signal);
    const buffer = contents.next();
    bytesRead = await traced(binding.read(fd, buffer, contents.offset, contents.length, -1, kUsePromises));
  } while (!contents.add(bytesRead));
  return contents.result();
}

async function readFile(fd, options) {
  return readContents(fd, readFileOptions(options));
}

/** Whether what is to be written comes piece by piece. */
function isPieces(data) {
  return data != null && typeof data !== 'string' && !isArrayBufferView(data) &&
    (typeof data[SymbolAsyncIterator] === 'function' || typeof data[SymbolIterator] === 'function');
}

async function writeAll(fd, data, signal) {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  for (let offset = 0; offset < bytes.byteLength;) {
    throwIfAborted(signal);
    const length = MathMin(CHUNK, bytes.byteLength - offset);
    offset += await traced(binding.writeBuffer(fd, bytes, offset, length, null, kUsePromises));
  }
}

/** Writes data in any of the forms that writeFile takes. */
async function writeContents(fd, data, { encoding, signal }) {
  throwIfAborted(signal);
  if (!isPieces(data)) {
    await writeAll(fd, data, signal);
    return;
  }
  for await (const piece of data) {
    throwIfAborted(signal);
    await writeAll(fd, isArrayBufferView(piece) ? piece : Buffer.from(piece, encoding || 'utf8'), signal);
    throwIfAborted(signal);
  }
}

async function writeFile(fd, data, options) {
  options = writeFileOptions(options);
  if (!isPieces(data)) data = bytesOf(data, options.encoding, false);
  await writeContents(fd, data, options);
}

async function fstat(fd, options = kEmptyObject) {
  validateObject(options, 'options');
  const { bigint, signal } = options;
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  throwIfAborted(signal);
  return orAborted(statsPromise((callback) => binding.fstat(fd, bigint, callback), bigint), signal);
}

async function ftruncate(fd, len = 0) {
  validateInteger(len, 'len');
  await traced(binding.ftruncate(fd, MathMax(0, len), kUsePromises));
}

async function fchmod(fd, mode) {
  mode = parseFileMode(mode, 'mode');
  await traced(binding.fchmod(fd, mode, kUsePromises));
}

async function fchown(fd, uid, gid) {
  validateOwner(uid, gid);
  await traced(binding.fchown(fd, uid, gid, kUsePromises));
}

async function futimes(fd, atime, mtime) {
  atime = toUnixTimestamp(atime, 'atime');
  mtime = toUnixTimestamp(mtime, 'mtime');
  await traced(binding.futimes(fd, atime, mtime, kUsePromises));
}

async function fsync(fd) {
  await traced(binding.fsync(fd, kUsePromises));
}

async function fdatasync(fd) {
  await traced(binding.fdatasync(fd, kUsePromises));
}

module.exports = {
  fchmod, fchown, fdatasync, fstat, fsync, ftruncate, futimes, isPieces, orAborted, read, readContents, readFile, readv,
  throwIfAborted, write, writeContents, writeFile, writev,
};
