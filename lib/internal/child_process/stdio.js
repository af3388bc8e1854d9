'use strict';

// The `stdio` option: what each descriptor of a child is connected with.

const { ArrayIsArray, ArrayPrototypePush } = primordials;
const { Pipe, constants: { IPC, SOCKET } } = internalBinding('pipe_wrap');
const {
  codes: {
    ERR_INVALID_ARG_VALUE,
    ERR_INVALID_SYNC_FORK_INPUT,
    ERR_IPC_ONE_PIPE,
    ERR_IPC_SYNC_FORK,
  },
} = require('internal/errors');
const { inspect } = require('internal/util/inspect');
const { isArrayBufferView } = require('internal/util/types');

/** One word for all three standard streams, perhaps followed by a channel. */
function stdioStringToArray(stdio, channel) {
  let list;
  switch (stdio) {
    case 'ignore':
    case 'overlapped':
    case 'pipe':
      list = [stdio, stdio, stdio];
      break;
    case 'inherit':
      list = [0, 1, 2];
      break;
    default:
      throw new ERR_INVALID_ARG_VALUE('stdio', stdio);
  }
  if (channel) ArrayPrototypePush(list, channel);
  return list;
}

function kindOfHandle(handle) {
  if (handle === null || handle === undefined) return undefined;
  if (handle instanceof Pipe) return 'pipe';
  const { TTY } = internalBinding('tty_wrap');
  if (handle instanceof TTY) return 'tty';
  return undefined;
}

// The native handle that a user's object is or has.
function handleOf(value) {
  if (kindOfHandle(value)) return value;
  if (kindOfHandle(value.handle)) return value.handle;
  return kindOfHandle(value._handle) ? value._handle : undefined;
}

function closePipes(entries) {
  for (let i = 0; i < entries.length; i++) entries[i].type === 'pipe' && entries[i].handle?.close();
}

function pipe(type, place, isSync) {
  const entry = { type, readable: place === 0, writable: place !== 0 };
  if (!isSync) entry.handle = new Pipe(SOCKET);
  return entry;
}

function describe(value, place, isSync) {
  value ??= place < 3 ? 'pipe' : 'ignore';
  if (value === 'ignore') return { type: 'ignore' };
  if (value === 'pipe' || value === 'overlapped') return pipe(value, place, isSync);
  if (value === 'inherit') return { type: 'inherit', fd: place };
  if (typeof value === 'number') return value < 0 ? pipe('pipe', place, isSync) : { type: 'fd', fd: value };
  if (typeof value.fd === 'number') return { type: 'fd', fd: value.fd };
  const handle = handleOf(value);
  if (handle !== undefined) return { type: 'wrap', wrapType: kindOfHandle(handle), handle, _stdio: value };
  if (isArrayBufferView(value) || typeof value === 'string') {
    if (!isSync) throw new ERR_INVALID_SYNC_FORK_INPUT(inspect(value));
    return undefined;
  }
  throw new ERR_INVALID_ARG_VALUE('stdio', value);
}

/**
 * Makes the pipes that `stdio` asks for.
 * @param {string | Array} stdio
 * @param {boolean} isSync for spawnSync, which makes its pipes itself
 * @returns {{ stdio: object[], ipc?: Pipe, ipcFd?: number }} with an entry for each descriptor
 */
function getValidStdio(stdio, isSync) {
  if (typeof stdio === 'string') stdio = stdioStringToArray(stdio);
  else if (!ArrayIsArray(stdio)) throw new ERR_INVALID_ARG_VALUE('stdio', stdio);
  const entries = [];
  let ipc;
  let ipcFd;
  try {
    for (let i = 0; i < stdio.length || i < 3; i++) {
      if (stdio[i] !== 'ipc') {
        const entry = describe(stdio[i], i, isSync);
        if (entry !== undefined) ArrayPrototypePush(entries, entry);
        continue;
      }
      if (isSync) throw new ERR_IPC_SYNC_FORK();
      if (ipc !== undefined) throw new ERR_IPC_ONE_PIPE();
      ipc = new Pipe(IPC);
      ipcFd = i;
      ArrayPrototypePush(entries, { type: 'pipe', handle: ipc, ipc: true });
    }
  } catch (error) {
    closePipes(entries);
    throw error;
  }
  return { stdio: entries, ipc, ipcFd };
}

module.exports = { closePipes, getValidStdio, stdioStringToArray };
